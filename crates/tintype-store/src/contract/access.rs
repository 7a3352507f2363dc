//! What holds for applications, tokens and sessions.

use std::time::Duration;

use tintype_domain::{
    AccessKey, AccessToken, App, AppId, AppKind, HourlyLimit, Scope, Scopes, Session, User,
};

use super::{ContractStore, at};
use crate::{AppEdit, StoreError, UserEdit};

pub async fn an_application_comes_back_as_it_was_saved(store: &ContractStore) {
    let user = store.new_user().await;
    let limits = [HourlyLimit::Default, HourlyLimit::PerHour(0), HourlyLimit::Unlimited];
    for (number, limit) in limits.into_iter().enumerate() {
        let app = App { limit, ..app(number as u64, &user) };
        store.store.insert_app(&app).await.unwrap();
        assert_eq!(store.store.app(&app.id).await.unwrap().as_ref(), Some(&app));
        assert_eq!(store.store.app_by_key(&app.access_key).await.unwrap(), Some(app));
    }
}

pub async fn an_application_keeps_all_that_was_set(store: &ContractStore) {
    let user = store.new_user().await;
    let app = App {
        kind: AppKind::Public,
        origins: Vec::new(),
        token_lifetime: Some(Duration::from_hours(1)),
        is_teaching: true,
        ..app(1, &user)
    };
    store.store.insert_app(&app).await.unwrap();
    assert_eq!(store.store.app(&app.id).await.unwrap(), Some(app));
}

pub async fn an_edit_of_an_application_changes_what_it_names(store: &ContractStore) {
    let user = store.new_user().await;
    let (before, other) = (app(1, &user), app(2, &user));
    store.store.insert_app(&before).await.unwrap();
    store.store.insert_app(&other).await.unwrap();
    let edit = AppEdit { secret_hash: Some([9; 32]), ..AppEdit::default() };
    let after = App { secret_hash: [9; 32], ..before.clone() };
    assert_eq!(store.store.edit_app(&before.id, &edit).await.unwrap().as_ref(), Some(&after));
    let edit = AppEdit {
        name: Some("New".to_owned()),
        secret_hash: None,
        redirect_uris: Some(vec!["https://example.org/new".to_owned()]),
        origins: Some(vec!["https://example.net".to_owned()]),
        limit: Some(HourlyLimit::Default),
        token_lifetime: Some(Some(Duration::from_mins(1))),
        is_teaching: Some(true),
    };
    let after = App {
        name: "New".to_owned(),
        redirect_uris: vec!["https://example.org/new".to_owned()],
        origins: vec!["https://example.net".to_owned()],
        limit: HourlyLimit::Default,
        token_lifetime: Some(Duration::from_mins(1)),
        is_teaching: true,
        ..after
    };
    store.store.edit_app(&before.id, &edit).await.unwrap();
    assert_eq!(store.store.app(&before.id).await.unwrap(), Some(after));
    assert_eq!(store.store.app(&other.id).await.unwrap(), Some(other));
    let nothing = AppId::parse("AAAAAAAAAAA").unwrap();
    assert_eq!(store.store.edit_app(&nothing, &edit).await.unwrap(), None);
}

pub async fn a_key_is_told_apart_by_its_case(store: &ContractStore) {
    let user = store.new_user().await;
    store.store.insert_app(&app(1, &user)).await.unwrap();
    let loud = AccessKey::parse("KEY-1").unwrap();
    assert_eq!(store.store.app_by_key(&loud).await.unwrap(), None);
}

pub async fn a_taken_access_key_is_a_conflict(store: &ContractStore) {
    let user = store.new_user().await;
    store.store.insert_app(&app(1, &user)).await.unwrap();
    let second = App { access_key: app(1, &user).access_key, ..app(2, &user) };
    let error = store.store.insert_app(&second).await.unwrap_err();
    assert!(matches!(error, StoreError::Conflict(_)), "{error}");
}

pub async fn applications_are_listed_the_earliest_first(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let apps = [app(1, &ana), app(2, &ben), app(3, &ana)];
    for app in apps.iter().rev() {
        store.store.insert_app(app).await.unwrap();
    }
    assert_eq!(store.store.apps(None).await.unwrap(), apps);
    let own = store.store.apps(Some(&ana.id)).await.unwrap();
    assert_eq!(own, [apps[0].clone(), apps[2].clone()]);
}

pub async fn revoking_an_application_takes_its_tokens_back(store: &ContractStore) {
    let user = store.new_user().await;
    let (mine, other) = (app(1, &user), app(2, &user));
    store.store.insert_app(&mine).await.unwrap();
    store.store.insert_app(&other).await.unwrap();
    store.store.insert_token(&token(1, &user, &mine)).await.unwrap();
    store.store.insert_token(&token(2, &user, &other)).await.unwrap();
    assert!(store.store.revoke_app(&mine.id, at(50)).await.unwrap());
    assert!(store.store.revoke_app(&mine.id, at(60)).await.unwrap());
    let app = store.store.app_by_key(&mine.access_key).await.unwrap().unwrap();
    assert_eq!(app.revoked_at, Some(at(50)), "the first time counts");
    let first = store.store.token(&[1; 32]).await.unwrap().unwrap();
    assert_eq!(first.revoked_at, Some(at(50)));
    assert_eq!(store.store.token(&[2; 32]).await.unwrap().unwrap().revoked_at, None);
    let nothing = AppId::parse("AAAAAAAAAAA").unwrap();
    assert!(!store.store.revoke_app(&nothing, at(50)).await.unwrap());
}

pub async fn a_token_comes_back_as_it_was_saved(store: &ContractStore) {
    let user = store.new_user().await;
    let app = app(1, &user);
    store.store.insert_app(&app).await.unwrap();
    let token = AccessToken { expires_at: Some(at(90)), ..token(1, &user, &app) };
    store.store.insert_token(&token).await.unwrap();
    assert_eq!(store.store.token(&token.hash).await.unwrap(), Some(token));
    assert_eq!(store.store.token(&[9; 32]).await.unwrap(), None);
}

pub async fn a_token_is_taken_back_once(store: &ContractStore) {
    let user = store.new_user().await;
    let app = app(1, &user);
    store.store.insert_app(&app).await.unwrap();
    store.store.insert_token(&token(1, &user, &app)).await.unwrap();
    assert!(store.store.revoke_token(&[1; 32], at(50)).await.unwrap());
    assert!(store.store.revoke_token(&[1; 32], at(60)).await.unwrap());
    let token = store.store.token(&[1; 32]).await.unwrap().unwrap();
    assert_eq!(token.revoked_at, Some(at(50)));
    assert!(!store.store.revoke_token(&[2; 32], at(50)).await.unwrap());
}

pub async fn a_token_of_nobody_is_refused(store: &ContractStore) {
    let user = store.new_user().await;
    let app = app(1, &user);
    store.store.insert_app(&app).await.unwrap();
    let nobody = store.samples().user();
    let error = store.store.insert_token(&token(1, &nobody, &app)).await.unwrap_err();
    assert!(matches!(error, StoreError::Missing(_)), "{error}");
}

pub async fn a_session_lives_until_it_is_ended(store: &ContractStore) {
    let user = store.new_user().await;
    let session = session(1, &user);
    store.store.save_session(&session).await.unwrap();
    let touched = Session { seen_at: at(70), ..session.clone() };
    store.store.save_session(&touched).await.unwrap();
    assert_eq!(store.store.session(&session.hash).await.unwrap(), Some(touched));
    store.store.delete_session(&session.hash).await.unwrap();
    assert_eq!(store.store.session(&session.hash).await.unwrap(), None);
}

pub async fn a_late_touch_does_not_bring_a_session_back(store: &ContractStore) {
    let user = store.new_user().await;
    let session = session(1, &user);
    store.store.save_session(&session).await.unwrap();
    store.store.delete_session(&session.hash).await.unwrap();
    let touched = Session { seen_at: at(70), ..session.clone() };
    store.store.save_session(&touched).await.unwrap();
    assert_eq!(store.store.session(&session.hash).await.unwrap(), None);
}

pub async fn sessions_that_ended_are_swept(store: &ContractStore) {
    let user = store.new_user().await;
    for number in 1..=3 {
        let expires_at = at(100 * u64::from(number));
        let session = Session { expires_at, ..session(number, &user) };
        store.store.save_session(&session).await.unwrap();
    }
    assert_eq!(store.store.sweep_sessions(at(250)).await.unwrap(), 2);
    assert_eq!(store.store.session(&[2; 32]).await.unwrap(), None);
    assert!(store.store.session(&[3; 32]).await.unwrap().is_some());
}

pub async fn closing_an_account_ends_its_sessions_and_tokens(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let app = app(1, &ana);
    store.store.insert_app(&app).await.unwrap();
    store.store.insert_token(&token(1, &ana, &app)).await.unwrap();
    store.store.insert_token(&token(2, &ben, &app)).await.unwrap();
    store.store.save_session(&session(1, &ana)).await.unwrap();
    store.store.save_session(&session(2, &ben)).await.unwrap();
    let close = UserEdit { is_disabled: Some(true), ..UserEdit::default() };
    store.store.edit_user(&ana.id, &close, at(50)).await.unwrap();
    assert_eq!(store.store.session(&[1; 32]).await.unwrap(), None);
    assert!(store.store.session(&[2; 32]).await.unwrap().is_some());
    let token = store.store.token(&[1; 32]).await.unwrap().unwrap();
    assert_eq!(token.revoked_at, Some(at(50)));
    assert_eq!(store.store.token(&[2; 32]).await.unwrap().unwrap().revoked_at, None);
}

pub async fn a_new_password_ends_sessions_and_leaves_tokens(store: &ContractStore) {
    let user = store.new_user().await;
    let app = app(1, &user);
    store.store.insert_app(&app).await.unwrap();
    store.store.insert_token(&token(1, &user, &app)).await.unwrap();
    store.store.save_session(&session(1, &user)).await.unwrap();
    let edit = UserEdit { password_hash: Some("$new".to_owned()), ..UserEdit::default() };
    store.store.edit_user(&user.id, &edit, at(50)).await.unwrap();
    assert_eq!(store.store.session(&[1; 32]).await.unwrap(), None);
    assert_eq!(store.store.token(&[1; 32]).await.unwrap().unwrap().revoked_at, None);
}

pub(super) fn app(number: u64, owner: &User) -> App {
    App {
        id: AppId::parse(&format!("A{number:010}")).unwrap(),
        owner: owner.id.clone(),
        name: format!("App {number}"),
        kind: AppKind::Confidential,
        access_key: AccessKey::parse(&format!("key-{number}")).unwrap(),
        secret_hash: [number as u8; 32],
        redirect_uris: vec!["https://example.org/back?a=\"b\"".to_owned()],
        origins: vec!["https://example.org".to_owned()],
        limit: HourlyLimit::PerHour(5000),
        token_lifetime: None,
        is_teaching: false,
        created_at: at(number),
        revoked_at: None,
    }
}

pub(super) fn token(number: u8, user: &User, app: &App) -> AccessToken {
    AccessToken {
        hash: [number; 32],
        user: user.id.clone(),
        app: app.id.clone(),
        grant: None,
        scopes: [Scope::Public, Scope::WritePhotos].into_iter().collect::<Scopes>(),
        created_at: at(5),
        expires_at: None,
        revoked_at: None,
    }
}

fn session(number: u8, user: &User) -> Session {
    Session {
        hash: [number; 32],
        user: user.id.clone(),
        created_at: at(5),
        expires_at: at(3600),
        seen_at: at(5),
    }
}
