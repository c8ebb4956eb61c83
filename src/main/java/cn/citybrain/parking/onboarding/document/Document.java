package cn.citybrain.parking.onboarding.document;

import java.time.Instant;

/**
 * A paper, without its content.
 *
 * @param applicationNo the application that it was uploaded for, null if it was given to the company profile
 * @param fieldKey what it was uploaded as
 * @param mediaType what its first bytes say, whatever the browser declared
 * @param size in bytes
 * @param sha256 64 hex digits, of the clear content
 * @param removed whether content and file name were removed because their time was over
 */
public record Document(
        String id,
        String applicationNo,
        String fieldKey,
        String tenantId,
        String fileName,
        String mediaType,
        int size,
        String sha256,
        String uploadedBy,
        Instant uploadedAt,
        boolean removed) {}
