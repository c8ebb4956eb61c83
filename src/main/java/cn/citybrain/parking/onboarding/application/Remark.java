package cn.citybrain.parking.onboarding.application;

import java.time.Instant;

/**
 * A fault that somebody found.
 *
 * @param revision the revision that it is about
 * @param fieldKey empty if the form has no such field
 * @param reason Chinese, for the applicant
 */
public record Remark(
        int revision, String fieldKey, String reason, RemarkSource source, String author, Instant createdAt) {}
