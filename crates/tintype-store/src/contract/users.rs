//! What holds for people.

use tintype_domain::{Page, Role, UserId, UserTotals, Username};

use super::{ContractStore, at};
use crate::{StoreError, UserEdit};

pub async fn a_new_user_is_found_by_id_name_and_address(store: &ContractStore) {
    let user = store.new_user().await;
    let found = store.store.user(&user.id).await.unwrap();
    assert_eq!(found.as_ref(), Some(&user));
    assert_eq!(store.store.user_by_username(&user.username).await.unwrap(), found);
    let address = user.email.as_deref().unwrap();
    assert_eq!(store.store.user_by_email(address).await.unwrap(), found);
}

pub async fn a_missing_user_is_none(store: &ContractStore) {
    let nobody = UserId::parse("AAAAAAAAAAA").unwrap();
    assert_eq!(store.store.user(&nobody).await.unwrap(), None);
    let name = Username::parse("nobody").unwrap();
    assert_eq!(store.store.user_by_username(&name).await.unwrap(), None);
    assert_eq!(store.store.user_by_email("nobody@example.org").await.unwrap(), None);
    assert_eq!(store.store.password_hash(&nobody).await.unwrap(), None);
    let edited = store.store.edit_user(&nobody, &UserEdit::default(), at(1)).await.unwrap();
    assert_eq!(edited, None);
}

pub async fn names_and_addresses_are_found_in_any_case(store: &ContractStore) {
    let user = store.new_user().await;
    let loud = Username::parse(&user.username.as_str().to_uppercase()).unwrap();
    let found = store.store.user_by_username(&loud).await.unwrap().unwrap();
    assert_eq!(found.username.as_str(), user.username.as_str(), "written as its owner does");
    let address = user.email.as_deref().unwrap().to_uppercase();
    assert_eq!(store.store.user_by_email(&address).await.unwrap().unwrap().id, user.id);
}

pub async fn a_taken_name_is_a_conflict_in_any_case(store: &ContractStore) {
    let first = store.new_user().await;
    let mut second = store.samples().user();
    second.username = Username::parse(&first.username.as_str().to_uppercase()).unwrap();
    let error = store.store.insert_user(&second, None).await.unwrap_err();
    assert!(matches!(error, StoreError::Conflict(_)), "{error}");
    assert_eq!(store.store.user(&second.id).await.unwrap(), None);
}

pub async fn a_taken_address_is_a_conflict_in_any_case(store: &ContractStore) {
    let first = store.new_user().await;
    let mut second = store.samples().user();
    second.email = first.email.as_deref().map(str::to_uppercase);
    let error = store.store.insert_user(&second, None).await.unwrap_err();
    assert!(matches!(error, StoreError::Conflict(_)), "{error}");
}

pub async fn several_users_may_have_no_address(store: &ContractStore) {
    for _ in 0..3 {
        let mut user = store.samples().user();
        user.email = None;
        store.store.insert_user(&user, None).await.unwrap();
    }
    assert_eq!(store.store.users(Page::first(10)).await.unwrap().total, 3);
}

pub async fn a_new_user_has_nothing_whatever_they_say(store: &ContractStore) {
    let mut user = store.samples().user();
    user.totals.photos = 9;
    user.totals.likes = 9;
    store.store.insert_user(&user, None).await.unwrap();
    assert_eq!(store.user_now(&user.id).await.totals, UserTotals::default());
}

pub async fn users_come_in_the_order_of_their_ids(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let nobody = UserId::parse("AAAAAAAAAAA").unwrap();
    let asked = [ben.id.clone(), nobody, ana.id.clone()];
    assert_eq!(store.store.users_by_ids(&asked).await.unwrap(), [ben, ana]);
    assert_eq!(store.store.users_by_ids(&[]).await.unwrap(), []);
}

pub async fn everyone_is_listed_the_earliest_first(store: &ContractStore) {
    let mut names = Vec::new();
    for _ in 0..5 {
        names.push(store.new_user().await.username);
    }
    let mut seen = Vec::new();
    for number in 1..=3 {
        let page = store.store.users(Page::first(2).at(number)).await.unwrap();
        assert_eq!(page.total, 5);
        seen.extend(page.items.into_iter().map(|user| user.username));
    }
    assert_eq!(seen, names);
    assert_eq!(store.store.users(Page::first(2).at(4)).await.unwrap().items, []);
}

pub async fn an_edit_changes_only_what_it_names(store: &ContractStore) {
    let user = store.new_user().await;
    let edit = UserEdit {
        bio: Some(Some("Sails.".to_owned())),
        role: Some(Role::Editor),
        ..UserEdit::default()
    };
    let edited = store.store.edit_user(&user.id, &edit, at(50)).await.unwrap().unwrap();
    let mut expected = user.clone();
    expected.bio = Some("Sails.".to_owned());
    expected.role = Role::Editor;
    expected.updated_at = at(50);
    assert_eq!(edited, expected);
    assert_eq!(store.user_now(&user.id).await, expected);
}

pub async fn an_edit_can_take_things_away(store: &ContractStore) {
    let user = store.new_user().await;
    let edit = UserEdit {
        last_name: Some(None),
        email: Some(None),
        bio: Some(None),
        location: Some(None),
        portfolio_url: Some(None),
        instagram_username: Some(None),
        twitter_username: Some(None),
        avatar: Some(None),
        default_license: Some(None),
        ..UserEdit::default()
    };
    let edited = store.store.edit_user(&user.id, &edit, at(50)).await.unwrap().unwrap();
    assert_eq!((edited.last_name, edited.email, edited.bio), (None, None, None));
    assert_eq!((edited.location, edited.portfolio_url), (None, None));
    assert_eq!((edited.instagram_username, edited.avatar), (None, None));
    assert_eq!(edited.default_license, None);
    let address = user.email.as_deref().unwrap();
    assert_eq!(store.store.user_by_email(address).await.unwrap(), None);
}

pub async fn a_user_can_be_renamed_and_the_old_name_is_free(store: &ContractStore) {
    let user = store.new_user().await;
    let new = Username::parse("Someone_Else").unwrap();
    let edit = UserEdit { username: Some(new.clone()), ..UserEdit::default() };
    store.store.edit_user(&user.id, &edit, at(50)).await.unwrap().unwrap();
    assert_eq!(store.store.user_by_username(&user.username).await.unwrap(), None);
    assert_eq!(store.store.user_by_username(&new).await.unwrap().unwrap().id, user.id);
    let mut other = store.samples().user();
    other.username = user.username;
    store.store.insert_user(&other, None).await.unwrap();
}

pub async fn a_name_can_be_written_in_another_case(store: &ContractStore) {
    let user = store.new_user().await;
    let loud = user.username.as_str().to_uppercase();
    let username = Some(Username::parse(&loud).unwrap());
    let edit = UserEdit { username, ..UserEdit::default() };
    let edited = store.store.edit_user(&user.id, &edit, at(50)).await.unwrap().unwrap();
    assert_eq!(edited.username.as_str(), loud);
}

pub async fn a_name_that_is_taken_meanwhile_changes_nothing(store: &ContractStore) {
    let (ana, ben) = (store.new_user().await, store.new_user().await);
    let edit = UserEdit {
        username: Some(ana.username.clone()),
        bio: Some(None),
        ..UserEdit::default()
    };
    let error = store.store.edit_user(&ben.id, &edit, at(50)).await.unwrap_err();
    assert!(matches!(error, StoreError::Conflict(_)), "{error}");
    assert_eq!(store.user_now(&ben.id).await, ben);
}

pub async fn a_password_hash_is_kept_and_replaced(store: &ContractStore) {
    let user = store.samples().user();
    store.store.insert_user(&user, Some("$argon2id$one")).await.unwrap();
    let hash = store.store.password_hash(&user.id).await.unwrap();
    assert_eq!(hash.as_deref(), Some("$argon2id$one"));
    let edit =
        UserEdit { password_hash: Some("$argon2id$two".to_owned()), ..UserEdit::default() };
    store.store.edit_user(&user.id, &edit, at(50)).await.unwrap();
    let hash = store.store.password_hash(&user.id).await.unwrap();
    assert_eq!(hash.as_deref(), Some("$argon2id$two"));
    let unrelated = UserEdit { bio: Some(None), ..UserEdit::default() };
    store.store.edit_user(&user.id, &unrelated, at(51)).await.unwrap();
    assert!(store.store.password_hash(&user.id).await.unwrap().is_some());
}

pub async fn a_closed_account_opens_again(store: &ContractStore) {
    let user = store.new_user().await;
    let close = UserEdit { is_disabled: Some(true), ..UserEdit::default() };
    store.store.edit_user(&user.id, &close, at(50)).await.unwrap();
    store.store.edit_user(&user.id, &close, at(60)).await.unwrap();
    assert_eq!(store.user_now(&user.id).await.disabled_at, Some(at(50)), "since the first time");
    let open = UserEdit { is_disabled: Some(false), ..UserEdit::default() };
    store.store.edit_user(&user.id, &open, at(70)).await.unwrap();
    assert_eq!(store.user_now(&user.id).await.disabled_at, None);
}

pub async fn of_many_who_want_one_name_one_gets_it(store: &ContractStore) {
    let name = Username::parse("wanted").unwrap();
    let mut tasks = Vec::new();
    for _ in 0..16 {
        let mut user = store.samples().user();
        user.username = name.clone();
        let handle = store.handle();
        tasks.push(tokio::spawn(async move { handle.insert_user(&user, None).await.is_ok() }));
    }
    let mut winners = 0;
    for task in tasks {
        winners += u32::from(task.await.unwrap());
    }
    assert_eq!(winners, 1);
    assert_eq!(store.store.users(Page::first(10)).await.unwrap().total, 1);
}
