//! `/topics`.

use tintype_domain::Visibility;
use tintype_library::NewTopic;
use tintype_testing::TestServer;

use crate::shapes::{TOPIC, USER, check, check_photo};

#[tokio::test]
async fn a_topic_has_everything_the_contract_names() {
    let server = TestServer::start().await;
    let ana = server.user("ana").await;
    let new = NewTopic {
        title: "Street Photography".to_owned(),
        slug: None,
        description: None,
        owners: vec![ana.user.id.clone()],
        visibility: Visibility::Featured,
        position: 1,
    };
    let topic = server.library().create_topic(new).await.unwrap();
    let photo = server.photo().by(&ana).in_topic(&topic.id).send().await;
    let list = server.get("/topics").await;
    assert_eq!(list.header("x-total"), "1");
    check(&list.json()[0], TOPIC);
    check(&list.json()[0]["owners"][0], USER);
    for name in ["street-photography", topic.id.as_str()] {
        let json = server.get(&format!("/topics/{name}")).await.json();
        check(&json, TOPIC);
        check_photo(&json["cover_photo"]);
        assert_eq!(json["top_contributors"][0]["username"], "ana");
        let photos = server.get(&format!("/topics/{name}/photos")).await;
        assert_eq!(
            (photos.header("x-total"), photos.json()[0]["id"].as_str()),
            ("1", Some(photo.id.as_str()))
        );
        let submissions = &photos.json()[0]["topic_submissions"];
        assert_eq!(submissions["street-photography"]["status"], "approved");
    }
    for query in ["ids=street-photography", "ids=nothing"] {
        let found = server.get(&format!("/topics?{query}")).await.json();
        assert_eq!(found.as_array().unwrap().len(), usize::from(query.ends_with("graphy")));
    }
    let full = server.get(&format!("/photos/{}", photo.id)).await.json();
    assert_eq!(full["topics"][0]["slug"], "street-photography");
    let missing = server.get("/topics/nothing").await;
    assert_eq!(
        (missing.status(), missing.json()["errors"][0].as_str()),
        (404, Some("Couldn't find Topic"))
    );
}
