//! `/stats/…`.

use tintype_testing::TestServer;

#[tokio::test]
async fn totals_are_numbers() {
    let server = TestServer::start().await;
    server.photo().send().await;
    let json = server.get("/stats/total").await.json();
    for key in [
        "photos",
        "downloads",
        "views",
        "likes",
        "photographers",
        "pixels",
        "downloads_per_second",
        "views_per_second",
        "developers",
        "applications",
        "requests",
        "total_photos",
        "photo_downloads",
    ] {
        assert!(json[key].is_u64(), "{key} in {json}");
    }
    assert_eq!((json["photos"].as_u64(), json["pixels"].as_u64()), (Some(1), Some(240_000)));
    let json = server.get("/stats/month").await.json();
    for key in [
        "downloads",
        "views",
        "likes",
        "new_photos",
        "new_photographers",
        "new_pixels",
        "new_developers",
        "new_applications",
        "new_requests",
    ] {
        assert!(json[key].is_u64(), "{key} in {json}");
    }
    assert_eq!(json["new_photos"], 1);
}
