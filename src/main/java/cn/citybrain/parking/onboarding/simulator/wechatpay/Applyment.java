package cn.citybrain.parking.onboarding.simulator.wechatpay;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An application for a sub-merchant number as WeChat Pay has it.
 *
 * @param state with its prefix, e.g. {@code APPLYMENT_STATE_AUDITING}
 * @param content what was submitted, as a tree, encrypted fields in clear text, pictures as media ids
 * @param complaints why it was rejected, empty otherwise
 * @param subMchid empty before the contract is ready
 * @param linkCode secret part of the links in mail and sign_url
 * @param submissions how often it was submitted
 */
public record Applyment(
        String businessCode,
        long applymentId,
        String state,
        String message,
        List<Complaint> complaints,
        Map<String, Object> content,
        String subMchid,
        String linkCode,
        Instant submittedAt,
        int submissions) {

    /**
     * @param field WeChat Pay's name of the field, e.g. {@code license_number}
     * @param fieldName the same for people, e.g. 营业执照注册号
     */
    public record Complaint(String field, String fieldName, String reason) {}

    /** One value of the content, by its path, e.g. {@code contact_info/contact_email}; empty if absent. */
    public String value(String path) {
        Object place = content;
        for (String step : path.split("/")) {
            place = place instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return place == null ? "" : place.toString();
    }

    public String merchantName() {
        return value("subject_info/business_license_info/merchant_name");
    }

    public String email() {
        return value("contact_info/contact_email");
    }

    Applyment in(String newState, String newMessage) {
        return new Applyment(
                businessCode,
                applymentId,
                newState,
                newMessage,
                List.of(),
                content,
                subMchid,
                linkCode,
                submittedAt,
                submissions);
    }

    Applyment rejected(List<Complaint> why, String newMessage) {
        return new Applyment(
                businessCode,
                applymentId,
                ApplymentState.REJECTED.code(),
                newMessage,
                List.copyOf(why),
                content,
                subMchid,
                linkCode,
                submittedAt,
                submissions);
    }

    Applyment numbered(String newSubMchid) {
        return new Applyment(
                businessCode,
                applymentId,
                state,
                message,
                complaints,
                content,
                newSubMchid,
                linkCode,
                submittedAt,
                submissions);
    }
}
