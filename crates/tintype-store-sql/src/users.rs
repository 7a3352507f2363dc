//! People.

use async_trait::async_trait;
use sea_orm::{
    ActiveModelTrait, ActiveValue::NotSet, ColumnTrait, ConnectionTrait, EntityTrait,
    IntoActiveModel, QueryFilter,
};
use tintype_domain::{Listing, Page, Timestamp, User, UserId, Username};
use tintype_store::{StoreError, UserEdit, UserStore};

use crate::{
    changes::{self, Kind},
    entities::users::{ActiveModel, Column, Entity, Model, fold_email},
    error::fault,
    grants::end_all,
    sql::Sql,
    store::SqlStore,
};

#[async_trait]
impl UserStore for SqlStore {
    async fn user(&self, id: &UserId) -> Result<Option<User>, StoreError> {
        row(&self.read, id).await?.map(Model::into_user).transpose()
    }

    async fn user_by_username(&self, name: &Username) -> Result<Option<User>, StoreError> {
        let text = "SELECT * FROM users WHERE username_folded = ?";
        one(Sql::new(text, [name.folded().into()]), self).await
    }

    async fn user_by_email(&self, email: &str) -> Result<Option<User>, StoreError> {
        let text = "SELECT * FROM users WHERE email_folded = ?";
        one(Sql::new(text, [fold_email(email).into()]), self).await
    }

    async fn users_by_ids(&self, ids: &[UserId]) -> Result<Vec<User>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut found = std::collections::HashMap::new();
        for part in ids.chunks(IDS_AT_ONCE) {
            let mut sql = Sql::new("SELECT * FROM users WHERE id IN ", []);
            sql.list(part.iter().map(UserId::as_str));
            for model in sql.models::<Model>(&self.read).await? {
                found.insert(model.id.clone(), model);
            }
        }
        let models = ids.iter().filter_map(|id| found.get(id.as_str()).cloned());
        models.map(Model::into_user).collect()
    }

    async fn users(&self, page: Page) -> Result<Listing<User>, StoreError> {
        let total = Sql::new("SELECT count(*) FROM users", []).count(&self.read).await?;
        let text = "SELECT * FROM users ORDER BY created_at, id LIMIT ? OFFSET ?";
        let values = [i64::from(page.size()).into(), (page.offset() as i64).into()];
        let models: Vec<Model> = Sql::new(text, values).models(&self.read).await?;
        let items = models.into_iter().map(Model::into_user).collect::<Result<_, _>>()?;
        Ok(Listing { items, total })
    }

    async fn insert_user(
        &self,
        user: &User,
        password_hash: Option<&str>,
    ) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        insert(&writing.tx, &Model::new(user, password_hash)).await?;
        changes::append(&writing.tx, [(Kind::User, user.id.as_str())]).await?;
        writing.commit().await
    }

    async fn edit_user(
        &self,
        id: &UserId,
        edit: &UserEdit,
        at: Timestamp,
    ) -> Result<Option<User>, StoreError> {
        let writing = self.writing().await?;
        let Some(mut model) = row(&writing.tx, id).await? else { return Ok(None) };
        apply(&mut model, edit, at);
        update(&writing.tx, &model).await?;
        let is_closed = edit.is_disabled == Some(true);
        if is_closed || edit.password_hash.is_some() {
            let text = "DELETE FROM sessions WHERE user_id = ?";
            Sql::new(text, [id.as_str().into()]).run(&writing.tx).await?;
        }
        if is_closed {
            end_all(&writing.tx, "user_id = ?", [id.as_str()], at).await?;
        }
        changes::append(&writing.tx, [(Kind::User, id.as_str())]).await?;
        writing.commit().await?;
        model.into_user().map(Some)
    }

    async fn password_hash(&self, id: &UserId) -> Result<Option<String>, StoreError> {
        let text = "SELECT password_hash FROM users WHERE id = ?";
        let hash: Option<Option<String>> =
            Sql::new(text, [id.as_str().into()]).value(&self.read).await?;
        Ok(hash.flatten())
    }
}

/// Saves a new row.
pub(crate) async fn insert(tx: &impl ConnectionTrait, model: &Model) -> Result<(), StoreError> {
    let new = model.clone().into_active_model();
    Entity::insert(new).exec_without_returning(tx).await.map_err(fault)?;
    Ok(())
}

/// Writes all but the totals, which change by their own statements.
async fn update(tx: &impl ConnectionTrait, model: &Model) -> Result<(), StoreError> {
    let changed = ActiveModel {
        total_photos: NotSet,
        total_promoted: NotSet,
        total_likes: NotSet,
        total_collections: NotSet,
        first_photo_at: NotSet,
        ..model.clone().into_active_model().reset_all()
    };
    Entity::update_many()
        .set(changed)
        .filter(Column::Id.eq(model.id.as_str()))
        .exec(tx)
        .await
        .map_err(fault)?;
    Ok(())
}

async fn row(db: &impl ConnectionTrait, id: &UserId) -> Result<Option<Model>, StoreError> {
    let text = "SELECT * FROM users WHERE id = ?";
    Ok(Sql::new(text, [id.as_str().into()]).models(db).await?.pop())
}

async fn one(sql: Sql, store: &SqlStore) -> Result<Option<User>, StoreError> {
    sql.models::<Model>(&store.read).await?.pop().map(Model::into_user).transpose()
}

/// Names every field of the edit, so that a new one cannot be forgotten here.
fn apply(model: &mut Model, edit: &UserEdit, at: Timestamp) {
    let UserEdit {
        username,
        first_name,
        last_name,
        email,
        role,
        bio,
        location,
        portfolio_url,
        instagram_username,
        twitter_username,
        avatar,
        default_license,
        is_disabled,
        password_hash,
    } = edit;
    if let Some(name) = username {
        name.as_str().clone_into(&mut model.username);
        model.username_folded = name.folded();
    }
    if let Some(email) = email {
        model.email_folded = email.as_deref().map(fold_email);
        model.email.clone_from(email);
    }
    set(&mut model.first_name, first_name.as_ref());
    set(&mut model.last_name, last_name.as_ref());
    set(&mut model.bio, bio.as_ref());
    set(&mut model.location, location.as_ref());
    set(&mut model.portfolio_url, portfolio_url.as_ref());
    set(&mut model.instagram_username, instagram_username.as_ref());
    set(&mut model.twitter_username, twitter_username.as_ref());
    if let Some(role) = role {
        role.as_str().clone_into(&mut model.role);
    }
    if let Some(avatar) = avatar {
        model.avatar = avatar.as_ref().map(|key| key.as_str().to_owned());
    }
    if let Some(license) = default_license {
        model.default_license = license.as_ref().map(|id| id.as_str().to_owned());
    }
    match is_disabled {
        Some(true) => model.disabled_at = model.disabled_at.or(Some(at.as_micros())),
        Some(false) => model.disabled_at = None,
        None => {}
    }
    if password_hash.is_some() {
        model.password_hash.clone_from(password_hash);
    }
    model.updated_at = at.as_micros();
}

/// Sets what the edit names, leaves the rest.
pub(crate) fn set<T: Clone>(field: &mut T, new: Option<&T>) {
    if let Some(new) = new {
        field.clone_from(new);
    }
}

const IDS_AT_ONCE: usize = 500;
