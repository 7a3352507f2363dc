//! Counts by day, and what the library holds (wire contract, 4.9).

use schemars::JsonSchema;
use serde::Serialize;
use tintype_domain::{DailyCount, Day, MonthTotals, Totals};

/// Statistics of a photo or a person.
#[derive(Debug, JsonSchema, Serialize)]
#[schemars(rename = "Statistics")]
pub(crate) struct UnsplashStatistics<'a> {
    /// Of whom.
    pub id: &'a str,
    /// A photo's slug.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<&'a str>,
    /// A person's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub username: Option<&'a str>,
    /// The numbers.
    #[serde(flatten)]
    pub counts: PhotoStatistics,
}

/// The three counts.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct PhotoStatistics {
    downloads: Stat,
    views: Stat,
    likes: Stat,
}

#[derive(Debug, JsonSchema, Serialize)]
struct Stat {
    total: u64,
    historical: Historical,
}

#[derive(Debug, JsonSchema, Serialize)]
struct Historical {
    change: u64,
    average: u64,
    resolution: &'static str,
    quantity: u32,
    values: Vec<DayValue>,
}

#[derive(Debug, JsonSchema, Serialize)]
struct DayValue {
    date: String,
    value: u64,
}

/// The days that are told of, the last one today.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Window {
    /// The last day.
    pub today: Day,
    /// How many days.
    pub days: u32,
}

impl Window {
    /// The first day.
    pub(crate) const fn first(self) -> Day {
        self.today.back(self.days - 1)
    }

    /// One number for each day, zero where nothing was counted.
    pub(crate) fn fill(self, counts: &[DailyCount], of: fn(&DailyCount) -> u64) -> Vec<u64> {
        let on = |day| counts.iter().filter(|count| count.day == day).map(of).sum();
        (0..self.days).rev().map(|back| on(self.today.back(back))).collect()
    }

    fn stat(self, total: u64, counts: &[DailyCount], of: fn(&DailyCount) -> u64) -> Stat {
        let values = self.fill(counts, of);
        let change: u64 = values.iter().sum();
        let days = (0..self.days).rev().map(|back| self.today.back(back));
        let dated = days.zip(values).map(|(day, value)| DayValue { date: day.to_string(), value });
        let historical = Historical {
            change,
            average: change / u64::from(self.days),
            resolution: "days",
            quantity: self.days,
            values: dated.collect(),
        };
        Stat { total, historical }
    }
}

impl PhotoStatistics {
    /// From totals (views, downloads, likes) and the days on which something happened.
    pub(crate) fn render(totals: (u64, u64, u64), counts: &[DailyCount], window: Window) -> Self {
        let (views, downloads, likes) = totals;
        Self {
            downloads: window.stat(downloads, counts, |count| count.downloads),
            views: window.stat(views, counts, |count| count.views),
            likes: window.stat(likes, counts, |count| count.likes),
        }
    }
}

/// `/stats/total`, with the older names beside the newer.
#[derive(Debug, JsonSchema, Serialize)]
#[schemars(rename = "Totals")]
pub(crate) struct UnsplashTotals {
    photos: u64,
    downloads: u64,
    views: u64,
    likes: u64,
    photographers: u64,
    pixels: u64,
    downloads_per_second: u64,
    views_per_second: u64,
    developers: u64,
    applications: u64,
    requests: u64,
    total_photos: u64,
    photo_downloads: u64,
}

impl UnsplashTotals {
    /// `month` tells how busy it is now, `requests` how many calls were answered.
    pub(crate) fn render(totals: Totals, month: MonthTotals, requests: u64) -> Self {
        let Totals {
            photos,
            photographers,
            pixels,
            views,
            downloads,
            likes,
            developers,
            applications,
        } = totals;
        Self {
            photos,
            downloads,
            views,
            likes,
            photographers,
            pixels,
            downloads_per_second: month.downloads / SECONDS_IN_30_DAYS,
            views_per_second: month.views / SECONDS_IN_30_DAYS,
            developers,
            applications,
            requests,
            total_photos: photos,
            photo_downloads: downloads,
        }
    }
}

/// `/stats/month`.
#[derive(Debug, JsonSchema, Serialize)]
#[schemars(rename = "Month")]
pub(crate) struct UnsplashMonth {
    downloads: u64,
    views: u64,
    likes: u64,
    new_photos: u64,
    new_photographers: u64,
    new_pixels: u64,
    new_developers: u64,
    new_applications: u64,
    new_requests: u64,
}

impl UnsplashMonth {
    /// `requests` is how many calls were answered.
    pub(crate) fn render(month: MonthTotals, requests: u64) -> Self {
        let MonthTotals {
            views,
            downloads,
            likes,
            new_photos,
            new_photographers,
            new_pixels,
            new_developers,
            new_applications,
        } = month;
        Self {
            downloads,
            views,
            likes,
            new_photos,
            new_photographers,
            new_pixels,
            new_developers,
            new_applications,
            new_requests: requests,
        }
    }
}

const SECONDS_IN_30_DAYS: u64 = 30 * 24 * 60 * 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_filled_from_the_oldest_to_today() {
        let window = Window { today: Day(100), days: 3 };
        let counts = [DailyCount { photo: None, day: Day(99), views: 7, downloads: 1, likes: 0 }];
        assert_eq!(window.first(), Day(98));
        assert_eq!(window.fill(&counts, |count| count.views), [0, 7, 0]);
        let json =
            serde_json::to_value(PhotoStatistics::render((9, 1, 0), &counts, window)).unwrap();
        assert_eq!(json["views"]["historical"]["change"], 7);
        assert_eq!(json["views"]["historical"]["values"].as_array().unwrap().len(), 3);
        assert_eq!(json["views"]["total"], 9);
    }
}
