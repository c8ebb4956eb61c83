package cn.citybrain.parking.onboarding.document;

import java.time.Instant;

/**
 * A paper, without its content.
 *
 * @param mediaType what its first bytes say, whatever the browser declared
 * @param size in bytes
 * @param sha256 64 hex digits, of the clear content
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
        Instant uploadedAt) {}
