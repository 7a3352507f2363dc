//! Every behaviour of the contract, by the file it stands in.

/// Runs every behaviour of the contract as a test of its own. `$open` is an async function without
/// arguments that answers a
/// [`ContractStore`](crate::contract::ContractStore).
#[macro_export]
macro_rules! store_contract {
    ($open:path) => {
        $crate::store_contract! { $open;
            access {
                an_application_comes_back_as_it_was_saved,
                an_application_keeps_all_that_was_set,
                an_edit_of_an_application_changes_what_it_names,
                a_key_is_told_apart_by_its_case,
                a_taken_access_key_is_a_conflict,
                applications_are_listed_the_earliest_first,
                revoking_an_application_takes_its_tokens_back,
                a_token_comes_back_as_it_was_saved,
                a_token_is_taken_back_once,
                a_token_of_nobody_is_refused,
                a_session_lives_until_it_is_ended,
                a_late_touch_does_not_bring_a_session_back,
                sessions_that_ended_are_swept,
                closing_an_account_ends_its_sessions_and_tokens,
                a_new_password_ends_sessions_and_leaves_tokens,
            }
            changes {
                the_feed_begins_empty,
                the_feed_keeps_the_order_of_the_writes,
                the_feed_is_read_in_parts,
                what_failed_is_not_in_the_feed,
                numbers_are_never_used_again,
                a_trimmed_feed_says_how_far,
                whoever_follows_a_busy_feed_misses_nothing,
            }
            collections {
                a_collection_comes_back_as_it_was_saved,
                a_new_collection_is_empty_whatever_it_says,
                a_taken_collection_id_is_a_conflict,
                collections_come_in_the_order_of_their_ids,
                public_collections_are_listed_the_newest_first,
                collections_are_listed_by_what_they_are,
                related_collections_share_photos,
                an_edit_of_a_collection_changes_only_what_it_names,
                only_public_collections_count_for_their_owner,
                becoming_private_tells_the_feed_of_the_photos,
                own_collections_of_photos_are_read_at_once,
                a_deleted_collection_leaves_its_photos,
                collecting_twice_is_once,
                the_preview_is_the_four_newest,
                a_photo_is_taken_out_once,
                collecting_needs_a_photo_and_a_collection,
                many_who_collect_at_once_are_counted,
            }
            editing {
                an_edit_changes_only_what_it_names,
                everything_that_can_be_edited_is,
                what_is_said_in_other_languages_is_replaced_as_a_whole,
                new_tags_replace_the_old_ones,
                an_edit_brings_its_jobs_and_tells_the_feed,
                a_featured_photo_counts_for_its_owner,
                a_withdrawn_photo_leaves_every_number_and_returns,
                a_photo_can_be_withdrawn_and_featured_in_either_order,
                many_edits_at_once_keep_every_number,
            }
            files {
                a_file_nobody_wants_is_deleted,
                the_file_of_a_photo_is_kept_until_the_photo_goes,
                a_file_of_two_photos_is_kept_for_the_second,
                the_public_original_is_a_file_too,
                a_pending_upload_keeps_its_file,
                each_upload_of_the_same_bytes_keeps_the_file,
                a_forgotten_upload_keeps_its_file_for_an_hour,
                a_saved_photo_closes_the_upload_of_its_bytes,
                a_duplicate_closes_the_uploads_of_its_files_too,
                an_edit_closes_the_upload_of_its_public_original,
                a_photo_that_failed_leaves_its_upload_open,
                uploads_and_deletions_never_overlap,
            }
            grants {
                a_code_comes_back_as_it_was_saved,
                a_code_of_nobody_is_refused,
                a_code_is_exchanged_once,
                of_many_who_bring_one_code_one_gets_tokens,
                a_refresh_token_is_exchanged_once,
                a_revoked_refresh_token_gets_nothing,
                revoking_a_consent_ends_what_came_from_it,
                a_person_sees_who_may_act_for_them,
                access_is_taken_back_with_all_that_was_on_its_way,
                a_closed_account_or_application_has_no_codes_left,
                old_codes_and_refresh_tokens_are_swept,
            }
            imports {
                a_dataset_comes_in_with_its_people_and_collections,
                an_import_tells_the_feed_of_each_photo,
                importing_again_adds_nothing,
                an_import_leaves_what_is_there_as_it_is,
                a_photo_that_stands_twice_in_a_batch_comes_in_once,
                someone_who_is_here_already_is_the_same_person,
                members_of_nothing_are_left_out,
                members_may_come_after_their_photos,
                an_import_counts_withdrawn_and_featured_photos,
                a_large_batch_comes_in_whole,
                a_batch_that_cannot_be_is_not_half_imported,
            }
            jobs {
                a_job_is_claimed_as_it_was_queued,
                a_job_can_be_watched_through_its_life,
                nothing_queued_is_nothing_claimed,
                the_highest_priority_goes_first_then_the_earliest,
                jobs_of_the_future_wait,
                a_worker_gets_only_the_kinds_it_knows,
                a_worker_gets_no_more_than_it_asks_for,
                the_next_due_job_is_known_by_kind,
                a_unique_key_is_held_by_one_job_at_a_time,
                of_many_who_queue_one_key_one_succeeds,
                many_workers_share_the_jobs_and_none_runs_twice,
                a_failed_job_is_tried_again_when_it_says,
                a_dead_job_stays_until_it_is_revived,
                jobs_are_counted_by_kind_and_state,
                jobs_of_a_state_are_listed_the_latest_first,
                done_jobs_are_swept_and_others_are_not,
                numbers_of_jobs_are_never_used_again,
                a_tick_of_a_schedule_is_queued_once,
                of_many_who_note_a_tick_one_gets_it,
            }
            leases {
                a_job_whose_lease_ran_out_is_due_again,
                a_job_whose_last_lease_ran_out_is_dead,
                an_expired_job_goes_by_its_old_place,
                a_heartbeat_prolongs_the_lease,
                a_heartbeat_tells_which_leases_are_lost,
                a_lease_that_nobody_took_over_can_still_be_prolonged,
                whoever_lost_its_lease_cannot_finish,
                a_released_job_is_due_at_once_and_the_try_does_not_count,
                outcomes_of_many_jobs_are_written_together,
                a_short_lease_ends_before_a_long_one,
            }
            likes {
                a_like_counts_once,
                a_like_is_taken_back_once,
                liking_and_unliking_over_and_over_counts_nothing,
                likes_need_a_photo_and_a_user,
                what_a_user_likes_is_picked_out,
                of_many_likes_at_once_by_one_user_one_counts,
                likes_of_many_users_at_once_all_count,
            }
            listing {
                an_empty_library_lists_nothing,
                photos_are_listed_the_latest_or_the_oldest_first,
                a_photo_has_its_neighbors_among_the_latest,
                photos_are_listed_by_likes_views_and_downloads,
                pages_neither_overlap_nor_leave_out,
                a_page_beyond_the_end_is_empty_and_knows_the_total,
                withdrawn_photos_are_listed_only_when_asked_for,
                photos_of_an_owner_are_listed,
                the_newest_of_several_people_are_read_at_once,
                a_photo_comes_with_its_topics,
                liked_photos_are_listed_in_the_order_of_liking,
                photos_of_a_collection_are_listed_in_the_order_of_adding,
                a_photo_of_two_collections_is_listed_once,
                photos_of_topics_are_listed_in_the_order_of_approval,
                photos_are_listed_by_their_shape,
                a_careful_list_leaves_sensitive_photos_out,
                featured_photos_are_listed,
                photos_are_listed_by_a_whole_tag,
                photos_of_an_import_are_listed,
                filters_narrow_together,
                totals_are_exact_after_photos_leave,
            }
            maintenance {
                a_store_that_is_open_answers,
                every_write_is_seen_by_whoever_watches,
                reading_wakes_nobody,
                a_busy_library_keeps_every_number,
            }
            photos {
                a_photo_comes_back_as_it_was_saved,
                every_source_comes_back_as_it_was_saved,
                what_is_said_in_every_language_comes_back,
                words_of_every_script_survive,
                positions_keep_every_digit,
                a_missing_photo_is_none,
                ids_are_told_apart_by_their_case,
                a_photo_is_found_by_its_image_key,
                photos_come_in_the_order_of_their_ids,
                withdrawn_and_deleted_photos_are_not_among_ids,
                a_walk_meets_every_photo_once,
                the_same_bytes_by_the_same_owner_change_nothing,
                a_withdrawn_photo_is_still_a_duplicate,
                the_same_bytes_by_another_owner_are_another_photo,
                of_many_uploads_of_the_same_bytes_one_is_new,
                many_photos_at_once_are_all_counted,
                a_new_photo_brings_its_jobs_and_tells_the_feed,
                a_new_photo_has_no_likes_whatever_it_says,
                a_new_photo_is_put_where_it_belongs,
                a_photo_that_belongs_nowhere_is_not_half_saved,
                a_photo_of_nobody_is_refused,
                a_photo_may_come_withdrawn_or_featured,
                every_shape_is_kept,
            }
            random {
                an_empty_library_has_no_random_photos,
                random_photos_do_not_repeat_and_their_seed_does,
                fewer_photos_than_asked_for_are_all_picked,
                every_photo_is_as_likely_as_any_other,
                random_photos_pass_the_filter,
                photos_that_left_are_not_picked_until_they_return,
            }
            removal {
                a_deleted_photo_is_seen_nowhere,
                a_deleted_photo_leaves_every_number,
                a_photo_is_deleted_once,
                deleting_brings_its_jobs_and_tells_the_feed,
                the_bytes_of_a_deleted_photo_come_again_as_a_new_one,
                a_withdrawn_photo_can_be_deleted,
                what_was_seen_of_a_deleted_photo_was_seen,
            }
            statistics {
                counts_add_up_by_day_and_in_all,
                counts_of_many_photos_are_read_at_once,
                counts_of_photos_that_are_gone_are_left_out,
                counts_of_a_user_are_those_of_their_listed_photos,
                likes_count_on_the_day_they_were_given,
                many_counts_at_once_all_count,
                the_totals_of_a_new_library_are_zero,
                totals_tell_what_the_library_holds,
                a_month_tells_what_is_new_in_it,
                rolling_up_sums_days_into_months,
                a_like_can_be_taken_back_after_its_day_was_summed,
            }
            topics {
                a_topic_comes_back_as_it_was_saved,
                a_taken_slug_is_a_conflict,
                topics_are_listed_in_every_order,
                topics_are_found_by_id_or_slug_hidden_ones_too,
                an_edit_of_a_topic_changes_only_what_it_names,
                a_deleted_topic_leaves_its_photos,
                approving_twice_is_once,
                approving_needs_a_photo_and_a_topic,
                the_feed_is_told_who_joins_and_leaves_a_topic,
                contributors_are_ranked_by_their_listed_photos,
            }
            usage {
                calls_add_up_by_day,
                photos_used_are_listed_the_latest_first,
                usage_of_no_application_is_left_out,
            }
            users {
                a_new_user_is_found_by_id_name_and_address,
                a_missing_user_is_none,
                names_and_addresses_are_found_in_any_case,
                a_taken_name_is_a_conflict_in_any_case,
                a_taken_address_is_a_conflict_in_any_case,
                several_users_may_have_no_address,
                a_new_user_has_nothing_whatever_they_say,
                users_come_in_the_order_of_their_ids,
                everyone_is_listed_the_earliest_first,
                an_edit_changes_only_what_it_names,
                an_edit_can_take_things_away,
                a_user_can_be_renamed_and_the_old_name_is_free,
                a_name_can_be_written_in_another_case,
                a_name_that_is_taken_meanwhile_changes_nothing,
                a_password_hash_is_kept_and_replaced,
                a_closed_account_opens_again,
                of_many_who_want_one_name_one_gets_it,
            }
        }
    };
    ($open:path; $($file:ident { $($behaviour:ident),+ $(,)? })+) => {
        $(
            mod $file {
                $(
                    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                    async fn $behaviour() {
                        let store = $open().await;
                        $crate::contract::$file::$behaviour(&store).await;
                        $crate::contract::all_is_well(&store).await;
                    }
                )+
            }
        )+
    };
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    #[test]
    fn every_behaviour_is_run() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/contract");
        let list = std::fs::read_to_string(folder.join("list.rs")).unwrap();
        let listed: Vec<&str> =
            list.lines().map(|line| line.trim().trim_end_matches(',')).collect();
        let mut found = 0;
        for file in std::fs::read_dir(&folder).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            for line in text.lines().filter_map(|line| line.strip_prefix("pub async fn ")) {
                let name = line.split('(').next().unwrap();
                if name != "all_is_well" {
                    assert!(listed.contains(&name), "{name} is not in the list");
                    found += 1;
                }
            }
        }
        assert!(found >= 80, "only {found} behaviours were found");
    }
}
