package cn.citybrain.parking.onboarding.channel.wechatpay;

import java.util.List;
import java.util.Map;

/**
 * One field of our form and its place in WeChat Pay's applyment4sub request. Read both ways: to build the request, and
 * to lead WeChat Pay's complaints back to our fields.
 *
 * @param key our field key
 * @param words WeChat Pay's Chinese name of the field
 * @param path where WeChat Pay wants it, steps separated by {@code /}, 0 = the only element of a list
 * @param prefix what WeChat Pay puts before our code
 * @param owner whose it is: what belongs to somebody who is not in the application is not sent
 */
record ApplymentField(String key, String words, String path, Kind kind, String prefix, Owner owner) {

    enum Kind {
        PLAIN,
        /** Encrypted with WeChat Pay's public key. */
        SECRET,
        /** The media id of an uploaded picture. */
        PAPER,
        /** A list with the media id of one picture. */
        PAPERS,
        FLAG,
        /** One of WeChat Pay's constants. */
        CODE,
        /** A kind of identity document; the identity card where the form says nothing. */
        DOCUMENT
    }

    /** Everybody's, or only where the legal person has an identity card, or another document, and so on. */
    enum Owner {
        ANYBODY,
        IDENTITY_CARD,
        OTHER_DOCUMENT,
        SUPER_ADMINISTRATOR,
        BENEFICIAL_OWNER
    }

    static final String LEGAL_DOCUMENT = "legalIdKind";
    static final String CONTACT_DOCUMENT = "contactIdKind";
    static final String OWNERS_DOCUMENT = "uboIdKind";

    private static final String CARD = "IDCARD";
    /** Of a passport WeChat Pay wants the page with the picture alone. */
    private static final String ONE_SIDED = "OVERSEA_PASSPORT";

    private static final String BACK = "_back";

    boolean paper() {
        return kind == Kind.PAPER || kind == Kind.PAPERS;
    }

    List<String> steps() {
        return List.of(path.split("/"));
    }

    /** WeChat Pay's name of the field. */
    String name() {
        return steps().get(steps().size() - 1);
    }

    /** What an application says in this field, or is taken to say; empty for nothing. */
    String value(Map<String, String> values) {
        String said = values.getOrDefault(key, "").strip();
        return said.isEmpty() && kind == Kind.DOCUMENT ? CARD : said;
    }

    /** Whether the field belongs to this application at all: leftovers of another choice are not sent. */
    boolean applies(Map<String, String> values) {
        return switch (owner) {
            case ANYBODY -> true;
            case IDENTITY_CARD -> document(values, LEGAL_DOCUMENT).equals(CARD);
            case OTHER_DOCUMENT -> !document(values, LEGAL_DOCUMENT).equals(CARD) && hasSide(values, LEGAL_DOCUMENT);
            case SUPER_ADMINISTRATOR -> "SUPER".equals(values.get("contactType")) && hasSide(values, CONTACT_DOCUMENT);
            case BENEFICIAL_OWNER -> "false".equals(values.get("owner")) && hasSide(values, OWNERS_DOCUMENT);
        };
    }

    private boolean hasSide(Map<String, String> values, String document) {
        return !name().endsWith(BACK) || !document(values, document).equals(ONE_SIDED);
    }

    private static String document(Map<String, String> values, String key) {
        String said = values.getOrDefault(key, "").strip();
        return said.isEmpty() ? CARD : said;
    }
}
