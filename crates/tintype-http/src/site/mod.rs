//! The pages: from the library to view models. The pages choose words and order; every address is
//! made here.

mod apps;
mod assets;
mod attempt;
mod cards;
mod collection;
mod credit;
mod feeds;
mod home;
mod learn;
mod like;
mod login;
mod oembed;
mod photo;
mod picker;
mod placeholders;
mod profile;
mod robots;
mod search;
mod search_filters;
mod suggest;
mod topic;
mod upload;
mod visit;

pub(crate) use apps::{
    app_page, apps, change_app, register_app, revoke_app, rotate_secret, withdraw_access,
};
pub(crate) use assets::asset;
pub(crate) use attempt::attempt;
pub(crate) use collection::collection;
pub(crate) use feeds::{home_feed, search_feed, topic_feed, user_feed};
pub(crate) use home::home;
pub(crate) use learn::{learn, lesson, progress};
pub(crate) use like::like;
pub(crate) use login::{enter_demo, login_form, sign_in, sign_out};
pub(crate) use oembed::oembed;
pub(crate) use photo::photo;
pub(crate) use picker::picker;
pub(crate) use placeholders::placeholders;
pub(crate) use profile::{profile, profile_tab};
pub(crate) use robots::{robots, sitemap, sitemap_part};
pub(crate) use search::{search, search_entry};
pub(crate) use suggest::suggest;
pub(crate) use topic::topic;
pub(crate) use upload::{upload_form, upload_sent};
pub(crate) use visit::{Visit, frame, visitor};
