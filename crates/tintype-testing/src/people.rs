//! People of a test.

use tintype_domain::User;

/// The password of everyone.
pub const PASSWORD: &str = "correct horse battery";

/// Somebody with an account.
#[derive(Debug, Clone)]
pub struct TestUser {
    /// As the library knows them.
    pub user: User,
}

impl TestUser {
    /// Their name.
    pub fn name(&self) -> &str {
        self.user.username.as_str()
    }
}
