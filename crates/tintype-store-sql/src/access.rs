//! What lets callers in: applications, tokens, sessions.

use async_trait::async_trait;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use tintype_domain::{AccessKey, AccessToken, App, AppId, Session, Timestamp, UserId};
use tintype_store::{AccessStore, AppEdit, StoreError};

use crate::{
    entities::{apps, sessions, tokens},
    error::fault,
    grants::end_all,
    sql::Sql,
    store::SqlStore,
};

#[async_trait]
impl AccessStore for SqlStore {
    async fn app_by_key(&self, key: &AccessKey) -> Result<Option<App>, StoreError> {
        let sql = Sql::new("SELECT * FROM apps WHERE access_key = ?", [key.as_str().into()]);
        sql.models(&self.read).await?.pop().map(apps::Model::into_app).transpose()
    }

    async fn app(&self, id: &AppId) -> Result<Option<App>, StoreError> {
        let sql = Sql::new("SELECT * FROM apps WHERE id = ?", [id.as_str().into()]);
        sql.models(&self.read).await?.pop().map(apps::Model::into_app).transpose()
    }

    async fn apps(&self, owner: Option<&UserId>) -> Result<Vec<App>, StoreError> {
        let sql = match owner {
            None => Sql::new("SELECT * FROM apps ORDER BY created_at, id", []),
            Some(owner) => {
                let text = "SELECT * FROM apps WHERE owner_id = ? ORDER BY created_at, id";
                Sql::new(text, [owner.as_str().into()])
            }
        };
        sql.models(&self.read).await?.into_iter().map(apps::Model::into_app).collect()
    }

    async fn insert_app(&self, app: &App) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        let new = apps::Model::new(app).into_active_model();
        apps::Entity::insert(new).exec_without_returning(&writing.tx).await.map_err(fault)?;
        writing.commit().await
    }

    async fn edit_app(&self, id: &AppId, edit: &AppEdit) -> Result<Option<App>, StoreError> {
        let writing = self.writing().await?;
        let sql = Sql::new("SELECT * FROM apps WHERE id = ?", [id.as_str().into()]);
        let Some(mut model) = sql.models::<apps::Model>(&writing.tx).await?.pop() else {
            return Ok(None);
        };
        model.apply(edit);
        let changed = model.clone().into_active_model().reset_all();
        apps::Entity::update_many()
            .set(changed)
            .filter(apps::Column::Id.eq(model.id.as_str()))
            .exec(&writing.tx)
            .await
            .map_err(fault)?;
        writing.commit().await?;
        model.into_app().map(Some)
    }

    async fn revoke_app(&self, id: &AppId, at: Timestamp) -> Result<bool, StoreError> {
        let writing = self.writing().await?;
        let text = "UPDATE apps SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?";
        let values = [at.as_micros().into(), id.as_str().into()];
        let was_there = Sql::new(text, values).run(&writing.tx).await? > 0;
        end_all(&writing.tx, "app_id = ?", [id.as_str()], at).await?;
        writing.commit().await?;
        Ok(was_there)
    }

    async fn token(&self, hash: &[u8; 32]) -> Result<Option<AccessToken>, StoreError> {
        let sql = Sql::new("SELECT * FROM tokens WHERE hash = ?", [hash.to_vec().into()]);
        sql.models(&self.read).await?.pop().map(tokens::Model::into_token).transpose()
    }

    async fn insert_token(&self, token: &AccessToken) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        let new = tokens::Model::new(token).into_active_model();
        tokens::Entity::insert(new).exec_without_returning(&writing.tx).await.map_err(fault)?;
        writing.commit().await
    }

    async fn revoke_token(&self, hash: &[u8; 32], at: Timestamp) -> Result<bool, StoreError> {
        let writing = self.writing().await?;
        let text = "UPDATE tokens SET revoked_at = coalesce(revoked_at, ?) WHERE hash = ?";
        let values = [at.as_micros().into(), hash.to_vec().into()];
        let was_there = Sql::new(text, values).run(&writing.tx).await? > 0;
        writing.commit().await?;
        Ok(was_there)
    }

    async fn session(&self, hash: &[u8; 32]) -> Result<Option<Session>, StoreError> {
        let sql = Sql::new("SELECT * FROM sessions WHERE hash = ?", [hash.to_vec().into()]);
        sql.models(&self.read).await?.pop().map(sessions::Model::into_session).transpose()
    }

    async fn save_session(&self, session: &Session) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        let text = "UPDATE sessions SET seen_at = ? WHERE hash = ?";
        let values = [session.seen_at.as_micros().into(), session.hash.to_vec().into()];
        let was_there = Sql::new(text, values).run(&writing.tx).await? > 0;
        // A session that was used before and is gone has been ended meanwhile: it stays so.
        if !was_there && session.seen_at <= session.created_at {
            let new = sessions::Model::new(session).into_active_model();
            sessions::Entity::insert(new)
                .exec_without_returning(&writing.tx)
                .await
                .map_err(fault)?;
        }
        writing.commit().await
    }

    async fn delete_session(&self, hash: &[u8; 32]) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        Sql::new("DELETE FROM sessions WHERE hash = ?", [hash.to_vec().into()])
            .run(&writing.tx)
            .await?;
        writing.commit().await
    }

    async fn sweep_sessions(&self, at: Timestamp) -> Result<u64, StoreError> {
        let writing = self.writing().await?;
        let text = "DELETE FROM sessions WHERE expires_at < ?";
        let gone = Sql::new(text, [at.as_micros().into()]).run(&writing.tx).await?;
        writing.commit().await?;
        Ok(gone)
    }
}
