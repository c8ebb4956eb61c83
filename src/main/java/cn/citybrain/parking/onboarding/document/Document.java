package cn.citybrain.parking.onboarding.document;

import java.time.Instant;

/**
 * A paper, without its content.
 *
 * @param applicationNo the application that it was uploaded for, null if it was given to the company profile
 * @param fieldKey what it was uploaded as
 * @param mediaType what its first bytes say, whatever the browser declared
 * @param size in bytes, as it came
 * @param sha256 64 hex digits, of the clear content
 * @param removed whether content and file name were removed because their time was over
 * @param pages that are ready to be looked at; 0 for an old paper that nobody has looked at since there are any
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
        boolean removed,
        int pages) {}
