//! Consents: codes, refresh tokens, and the tokens that came from them.

use async_trait::async_trait;
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel};
use tintype_domain::{
    AppId, AuthorizationCode, GivenAccess, GrantId, RefreshToken, Scopes, Timestamp, UserId,
};
use tintype_store::{GivenTokens, GrantStore, StoreError};

use crate::{
    entities::{
        corrupt,
        grants::{CodeRow, RefreshRow, code_values, refresh_values},
        tokens,
    },
    error::fault,
    sql::{Sql, cell},
    store::SqlStore,
};

#[async_trait]
impl GrantStore for SqlStore {
    async fn insert_code(&self, code: &AuthorizationCode) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        let text = "INSERT INTO oauth_codes (hash, grant_id, user_id, app_id, scopes, \
                    redirect_uri, challenge, created_at, expires_at, used_at) VALUES ";
        let mut sql = Sql::new(text, []);
        sql.rows([code_values(code)]);
        sql.run(&writing.tx).await?;
        writing.commit().await
    }

    async fn code(&self, hash: &[u8; 32]) -> Result<Option<AuthorizationCode>, StoreError> {
        let sql = Sql::new("SELECT * FROM oauth_codes WHERE hash = ?", [hash.to_vec().into()]);
        sql.models(&self.read).await?.pop().map(CodeRow::into_code).transpose()
    }

    async fn redeem_code(
        &self,
        hash: &[u8; 32],
        given: &GivenTokens,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        let writing = self.writing().await?;
        let text = "UPDATE oauth_codes SET used_at = ? WHERE hash = ? AND used_at IS NULL";
        let values = [at.as_micros().into(), hash.to_vec().into()];
        if Sql::new(text, values).run(&writing.tx).await? == 0 {
            return Ok(false);
        }
        insert_given(&writing.tx, given).await?;
        writing.commit().await?;
        Ok(true)
    }

    async fn refresh_token(&self, hash: &[u8; 32]) -> Result<Option<RefreshToken>, StoreError> {
        let sql = Sql::new("SELECT * FROM refresh_tokens WHERE hash = ?", [hash.to_vec().into()]);
        sql.models(&self.read).await?.pop().map(RefreshRow::into_token).transpose()
    }

    async fn rotate_refresh_token(
        &self,
        hash: &[u8; 32],
        given: &GivenTokens,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        let writing = self.writing().await?;
        let text = "UPDATE refresh_tokens SET used_at = ? \
                    WHERE hash = ? AND used_at IS NULL AND revoked_at IS NULL";
        let values = [at.as_micros().into(), hash.to_vec().into()];
        if Sql::new(text, values).run(&writing.tx).await? == 0 {
            return Ok(false);
        }
        let text = "UPDATE tokens SET revoked_at = ? WHERE grant_id = ? AND revoked_at IS NULL";
        let values = [at.as_micros().into(), given.refresh.grant.as_str().into()];
        Sql::new(text, values).run(&writing.tx).await?;
        insert_given(&writing.tx, given).await?;
        writing.commit().await?;
        Ok(true)
    }

    async fn revoke_grant(&self, grant: &GrantId, at: Timestamp) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        for table in ["tokens", "refresh_tokens"] {
            let text = format!(
                "UPDATE {table} SET revoked_at = ? WHERE grant_id = ? AND revoked_at IS NULL"
            );
            let values = [at.as_micros().into(), grant.as_str().into()];
            Sql::new(&text, values).run(&writing.tx).await?;
        }
        writing.commit().await
    }

    async fn access_given_by(
        &self,
        user: &UserId,
        now: Timestamp,
    ) -> Result<Vec<GivenAccess>, StoreError> {
        // A consent whose access token has ended lives on in its refresh token.
        let text = "SELECT app_id, scopes, created_at FROM tokens WHERE user_id = ? \
                    AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?) \
                    UNION ALL \
                    SELECT app_id, scopes, created_at FROM refresh_tokens WHERE user_id = ? \
                    AND revoked_at IS NULL AND used_at IS NULL AND expires_at > ? \
                    ORDER BY created_at, app_id";
        let now = now.as_micros();
        let values = [user.as_str().into(), now.into(), user.as_str().into(), now.into()];
        let mut given = Vec::<GivenAccess>::new();
        for row in Sql::new(text, values).all(&self.read).await? {
            let (app, scopes, since): (String, String, i64) =
                (cell(&row, 0)?, cell(&row, 1)?, cell(&row, 2)?);
            let app = AppId::parse(&app).map_err(corrupt("application", "a token"))?;
            let scopes = Scopes::parse(&scopes).map_err(corrupt("scopes", "a token"))?;
            match given.iter_mut().find(|known| known.app == app) {
                Some(known) => known.scopes = known.scopes.iter().chain(scopes.iter()).collect(),
                None => {
                    given.push(GivenAccess { app, scopes, since: Timestamp::from_micros(since) });
                }
            }
        }
        Ok(given)
    }

    async fn revoke_access(
        &self,
        user: &UserId,
        app: &AppId,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        end_all(&writing.tx, "user_id = ? AND app_id = ?", [user.as_str(), app.as_str()], at)
            .await?;
        writing.commit().await
    }

    async fn sweep_grants(&self, before: Timestamp) -> Result<u64, StoreError> {
        let writing = self.writing().await?;
        let mut gone = 0;
        for table in ["oauth_codes", "refresh_tokens"] {
            let text = format!("DELETE FROM {table} WHERE expires_at < ?");
            gone += Sql::new(&text, [before.as_micros().into()]).run(&writing.tx).await?;
        }
        writing.commit().await?;
        Ok(gone)
    }
}

async fn insert_given(tx: &impl ConnectionTrait, given: &GivenTokens) -> Result<(), StoreError> {
    let access = tokens::Model::new(&given.access).into_active_model();
    tokens::Entity::insert(access).exec_without_returning(tx).await.map_err(fault)?;
    let text = "INSERT INTO refresh_tokens (hash, grant_id, user_id, app_id, scopes, created_at, \
                expires_at, used_at, revoked_at) VALUES ";
    let mut sql = Sql::new(text, []);
    sql.rows([refresh_values(&given.refresh)]);
    sql.run(tx).await?;
    Ok(())
}

/// Ends all codes and tokens that a condition on their columns names.
pub(crate) async fn end_all<const N: usize>(
    tx: &impl ConnectionTrait,
    condition: &str,
    values: [&str; N],
    at: Timestamp,
) -> Result<(), StoreError> {
    for (table, column) in
        [("tokens", "revoked_at"), ("refresh_tokens", "revoked_at"), ("oauth_codes", "used_at")]
    {
        let mut sql =
            Sql::new(&format!("UPDATE {table} SET {column} = ?"), [at.as_micros().into()]);
        sql.add(&format!(" WHERE {column} IS NULL AND {condition}"), values.map(Into::into));
        sql.run(tx).await?;
    }
    Ok(())
}
