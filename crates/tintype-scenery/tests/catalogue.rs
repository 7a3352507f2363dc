//! The demo's catalogue keeps its promises: enough scenes, honest references, findable words.

use std::collections::HashSet;

use tintype_scenery::{catalogue, collections, photographers, topics};

#[test]
fn there_are_at_least_48_scenes_and_no_title_comes_twice() {
    let titles: HashSet<&str> = catalogue().iter().map(|scene| scene.title).collect();
    assert!(catalogue().len() >= 48);
    assert_eq!(titles.len(), catalogue().len());
}

#[test]
fn every_scene_has_a_slug_of_its_own() {
    let slugs: HashSet<String> = catalogue().iter().map(tintype_scenery::Scene::slug).collect();
    assert_eq!(slugs.len(), catalogue().len());
    assert!(slugs.contains("last-sun-on-the-north-ridge"));
}

#[test]
fn no_two_scenes_show_the_same_place_in_the_same_light() {
    let looks: HashSet<String> = catalogue()
        .iter()
        .map(|scene| format!("{:?} {} {:?}", scene.kind, scene.seed, scene.light))
        .collect();
    assert_eq!(looks.len(), catalogue().len());
}

#[test]
fn every_scene_names_a_photographer_topics_and_collections_that_exist() {
    for scene in catalogue() {
        assert!(
            photographers().iter().any(|person| person.username == scene.photographer),
            "{}",
            scene.title
        );
        assert!(
            scene.topics.iter().all(|slug| topics().iter().any(|topic| topic.slug == *slug)),
            "{}",
            scene.title
        );
        let known = |slug: &&str| collections().iter().any(|collection| collection.slug == *slug);
        assert!(scene.collections.iter().all(known), "{}", scene.title);
        assert!(!scene.topics.is_empty() && !scene.collections.is_empty(), "{}", scene.title);
    }
}

#[test]
fn no_topic_and_no_collection_is_nearly_empty() {
    for topic in topics() {
        assert!(topic.members().count() >= 4, "{}", topic.title);
    }
    for collection in collections() {
        assert!(collection.members().count() >= 4, "{}", collection.title);
        assert!(photographers().iter().any(|person| person.username == collection.curator));
    }
}

#[test]
fn tags_are_plenty_different_and_lower_case() {
    for scene in catalogue() {
        let tags: HashSet<&str> = scene.tags.iter().copied().collect();
        assert!(
            (8..=14).contains(&scene.tags.len()) && tags.len() == scene.tags.len(),
            "{}",
            scene.title
        );
        assert!(
            tags.contains("nature") && tags.iter().all(|tag| tag.to_lowercase() == *tag),
            "{}",
            scene.title
        );
    }
}

#[test]
fn upright_and_square_pictures_are_among_them() {
    let share = |is: fn(f64) -> bool| {
        let count = catalogue()
            .iter()
            .filter(|scene| is(f64::from(scene.width) / f64::from(scene.height)))
            .count();
        count as f64 / catalogue().len() as f64
    };
    assert!(share(|shape| shape > 1.1) > 0.5);
    assert!(share(|shape| shape < 0.9) > 0.15);
    assert!(share(|shape| (0.9..=1.1).contains(&shape)) > 0.1);
}
