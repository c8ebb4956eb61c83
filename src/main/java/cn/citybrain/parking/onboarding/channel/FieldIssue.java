package cn.citybrain.parking.onboarding.channel;

/**
 * A reason tied to one field of the application.
 *
 * @param fieldKey key of the field in our form, or {@code ""} when the channel names a field that our form does not have
 * @param reason the channel's words, in Chinese
 */
public record FieldIssue(String fieldKey, String reason) {}
