//! What holds for consents: codes, refresh tokens, and what came from them.

use tintype_domain::{
    AccessToken, App, AuthorizationCode, GrantId, RefreshToken, Scope, Scopes, User,
};

use super::access::{app, token};
use super::{ContractStore, at};
use crate::{GivenTokens, StoreError, UserEdit};

pub async fn a_code_comes_back_as_it_was_saved(store: &ContractStore) {
    let (user, app) = someone(store).await;
    let plain = AuthorizationCode { challenge: None, ..code(1, &user, &app) };
    for code in [plain, code(2, &user, &app)] {
        store.store.insert_code(&code).await.unwrap();
        assert_eq!(store.store.code(&code.hash).await.unwrap(), Some(code));
    }
    assert_eq!(store.store.code(&[9; 32]).await.unwrap(), None);
}

pub async fn a_code_of_nobody_is_refused(store: &ContractStore) {
    let (_, app) = someone(store).await;
    let nobody = store.samples().user();
    let error = store.store.insert_code(&code(1, &nobody, &app)).await.unwrap_err();
    assert!(matches!(error, StoreError::Missing(_)), "{error}");
}

pub async fn a_code_is_exchanged_once(store: &ContractStore) {
    let (user, app) = someone(store).await;
    store.store.insert_code(&code(1, &user, &app)).await.unwrap();
    let (first, second) = (given(1, 10, &user, &app), given(1, 20, &user, &app));
    assert!(store.store.redeem_code(&[1; 32], &first, at(50)).await.unwrap());
    assert!(!store.store.redeem_code(&[1; 32], &second, at(51)).await.unwrap());
    assert!(!store.store.redeem_code(&[2; 32], &second, at(51)).await.unwrap());
    let used = store.store.code(&[1; 32]).await.unwrap().unwrap();
    assert_eq!(used.used_at, Some(at(50)));
    assert_eq!(store.store.token(&[10; 32]).await.unwrap(), Some(first.access));
    assert_eq!(store.store.refresh_token(&[11; 32]).await.unwrap(), Some(first.refresh));
    assert_eq!(store.store.token(&[20; 32]).await.unwrap(), None);
    assert_eq!(store.store.refresh_token(&[21; 32]).await.unwrap(), None);
}

pub async fn of_many_who_bring_one_code_one_gets_tokens(store: &ContractStore) {
    let (user, app) = someone(store).await;
    store.store.insert_code(&code(1, &user, &app)).await.unwrap();
    let tries = (0..32u8).map(|number| {
        let (store, given) = (store.handle(), given(1, 100 + 2 * number, &user, &app));
        tokio::spawn(async move { store.redeem_code(&[1; 32], &given, at(50)).await.unwrap() })
    });
    let mut winners = 0;
    for one in tries.collect::<Vec<_>>() {
        winners += u32::from(one.await.unwrap());
    }
    assert_eq!(winners, 1);
}

pub async fn a_refresh_token_is_exchanged_once(store: &ContractStore) {
    let (user, app) = someone(store).await;
    store.store.insert_code(&code(1, &user, &app)).await.unwrap();
    let (first, second, third) =
        (given(1, 10, &user, &app), given(1, 20, &user, &app), given(1, 30, &user, &app));
    store.store.redeem_code(&[1; 32], &first, at(50)).await.unwrap();
    assert!(store.store.rotate_refresh_token(&[11; 32], &second, at(60)).await.unwrap());
    assert!(!store.store.rotate_refresh_token(&[11; 32], &third, at(70)).await.unwrap());
    let old = store.store.refresh_token(&[11; 32]).await.unwrap().unwrap();
    assert_eq!((old.used_at, old.revoked_at), (Some(at(60)), None));
    let old = store.store.token(&[10; 32]).await.unwrap().unwrap();
    assert_eq!(old.revoked_at, Some(at(60)), "its successor takes its place");
    assert_eq!(store.store.token(&[20; 32]).await.unwrap(), Some(second.access));
    assert_eq!(store.store.token(&[30; 32]).await.unwrap(), None);
}

pub async fn a_revoked_refresh_token_gets_nothing(store: &ContractStore) {
    let (user, app) = someone(store).await;
    store.store.insert_code(&code(1, &user, &app)).await.unwrap();
    store.store.redeem_code(&[1; 32], &given(1, 10, &user, &app), at(50)).await.unwrap();
    store.store.revoke_grant(&grant(1), at(55)).await.unwrap();
    let next = given(1, 20, &user, &app);
    assert!(!store.store.rotate_refresh_token(&[11; 32], &next, at(60)).await.unwrap());
    assert_eq!(store.store.token(&[20; 32]).await.unwrap(), None);
}

pub async fn revoking_a_consent_ends_what_came_from_it(store: &ContractStore) {
    let (user, app) = someone(store).await;
    for number in [1, 2] {
        store.store.insert_code(&code(number, &user, &app)).await.unwrap();
        let given = given(number, 10 * number, &user, &app);
        store.store.redeem_code(&[number; 32], &given, at(50)).await.unwrap();
    }
    store.store.insert_token(&token(99, &user, &app)).await.unwrap();
    store.store.revoke_grant(&grant(1), at(60)).await.unwrap();
    store.store.revoke_grant(&grant(1), at(70)).await.unwrap();
    let ended = async |hash: u8| {
        let token = store.store.token(&[hash; 32]).await.unwrap().unwrap();
        token.revoked_at
    };
    assert_eq!(ended(10).await, Some(at(60)), "the first time counts");
    assert_eq!((ended(20).await, ended(99).await), (None, None), "others are not touched");
    let refresh = store.store.refresh_token(&[11; 32]).await.unwrap().unwrap();
    assert_eq!(refresh.revoked_at, Some(at(60)));
}

pub async fn a_person_sees_who_may_act_for_them(store: &ContractStore) {
    let (user, app) = someone(store).await;
    let other = super::access::app(2, &user);
    store.store.insert_app(&other).await.unwrap();
    assert_eq!(store.store.access_given_by(&user.id, at(60)).await.unwrap(), []);
    let reading: Scopes = [Scope::ReadUser].into_iter().collect();
    let by_hand = AccessToken { scopes: reading, ..token(1, &user, &app) };
    store.store.insert_token(&by_hand).await.unwrap();
    store.store.insert_token(&token(2, &user, &app)).await.unwrap();
    let ended = AccessToken { expires_at: Some(at(40)), ..token(3, &user, &other) };
    store.store.insert_token(&ended).await.unwrap();
    let seen = store.store.access_given_by(&user.id, at(60)).await.unwrap();
    assert_eq!(seen.len(), 1, "{seen:?}");
    assert_eq!(seen[0].app, app.id);
    let all: Scopes = [Scope::Public, Scope::ReadUser, Scope::WritePhotos].into_iter().collect();
    assert_eq!((seen[0].scopes, seen[0].since), (all, at(5)));
}

pub async fn access_is_taken_back_with_all_that_was_on_its_way(store: &ContractStore) {
    let (user, app) = someone(store).await;
    store.store.insert_code(&code(1, &user, &app)).await.unwrap();
    store.store.redeem_code(&[1; 32], &given(1, 10, &user, &app), at(50)).await.unwrap();
    store.store.insert_code(&code(2, &user, &app)).await.unwrap();
    store.store.revoke_access(&user.id, &app.id, at(60)).await.unwrap();
    assert_eq!(store.store.access_given_by(&user.id, at(60)).await.unwrap(), []);
    let late = given(2, 20, &user, &app);
    assert!(!store.store.redeem_code(&[2; 32], &late, at(61)).await.unwrap());
    assert!(!store.store.rotate_refresh_token(&[11; 32], &late, at(61)).await.unwrap());
}

pub async fn a_closed_account_or_application_has_no_codes_left(store: &ContractStore) {
    let (user, app) = someone(store).await;
    let keeper = store.new_user().await;
    let other = super::access::app(2, &keeper);
    store.store.insert_app(&other).await.unwrap();
    store.store.insert_code(&code(1, &user, &other)).await.unwrap();
    store.store.insert_code(&code(2, &keeper, &app)).await.unwrap();
    let close = UserEdit { is_disabled: Some(true), ..UserEdit::default() };
    store.store.edit_user(&user.id, &close, at(50)).await.unwrap();
    store.store.revoke_app(&app.id, at(50)).await.unwrap();
    let late = given(1, 10, &user, &other);
    assert!(!store.store.redeem_code(&[1; 32], &late, at(51)).await.unwrap());
    assert!(!store.store.redeem_code(&[2; 32], &late, at(51)).await.unwrap());
}

pub async fn old_codes_and_refresh_tokens_are_swept(store: &ContractStore) {
    let (user, app) = someone(store).await;
    store.store.insert_code(&code(1, &user, &app)).await.unwrap();
    store.store.redeem_code(&[1; 32], &given(1, 10, &user, &app), at(50)).await.unwrap();
    assert_eq!(store.store.sweep_grants(at(65)).await.unwrap(), 0);
    assert_eq!(store.store.sweep_grants(at(66)).await.unwrap(), 1);
    assert_eq!(store.store.code(&[1; 32]).await.unwrap(), None);
    assert!(store.store.refresh_token(&[11; 32]).await.unwrap().is_some());
    assert_eq!(store.store.sweep_grants(at(5000)).await.unwrap(), 1);
    assert!(store.store.token(&[10; 32]).await.unwrap().is_some());
}

async fn someone(store: &ContractStore) -> (User, App) {
    let user = store.new_user().await;
    let app = app(1, &user);
    store.store.insert_app(&app).await.unwrap();
    (user, app)
}

fn grant(number: u8) -> GrantId {
    GrantId::parse(&format!("G{number:010}")).unwrap()
}

fn scopes() -> Scopes {
    [Scope::Public, Scope::WriteLikes].into_iter().collect()
}

fn code(number: u8, user: &User, app: &App) -> AuthorizationCode {
    AuthorizationCode {
        hash: [number; 32],
        grant: grant(number),
        user: user.id.clone(),
        app: app.id.clone(),
        scopes: scopes(),
        redirect_uri: "https://example.org/back".to_owned(),
        challenge: Some([7; 32]),
        created_at: at(5),
        expires_at: at(65),
        used_at: None,
    }
}

/// An access token with the hash `first`, and a refresh token with the next.
fn given(number: u8, first: u8, user: &User, app: &App) -> GivenTokens {
    GivenTokens {
        access: AccessToken { grant: Some(grant(number)), ..token(first, user, app) },
        refresh: RefreshToken {
            hash: [first + 1; 32],
            grant: grant(number),
            user: user.id.clone(),
            app: app.id.clone(),
            scopes: scopes(),
            created_at: at(50),
            expires_at: at(4000),
            used_at: None,
            revoked_at: None,
        },
    }
}
