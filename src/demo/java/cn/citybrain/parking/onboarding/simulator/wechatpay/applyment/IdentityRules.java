package cn.citybrain.parking.onboarding.simulator.wechatpay.applyment;

import static cn.citybrain.parking.onboarding.simulator.wechatpay.applyment.ApplymentRule.ALWAYS;
import static cn.citybrain.parking.onboarding.simulator.wechatpay.applyment.ApplymentRule.ANY;
import static cn.citybrain.parking.onboarding.simulator.wechatpay.applyment.ApplymentRule.DATE;
import static cn.citybrain.parking.onboarding.simulator.wechatpay.applyment.ApplymentRule.DATE_OR_LONG;
import static cn.citybrain.parking.onboarding.simulator.wechatpay.applyment.ApplymentRule.Form.PICTURE;
import static cn.citybrain.parking.onboarding.simulator.wechatpay.applyment.ApplymentRule.Form.SECRET;
import static cn.citybrain.parking.onboarding.simulator.wechatpay.applyment.ApplymentRule.Form.TEXT;
import static cn.citybrain.parking.onboarding.simulator.wechatpay.applyment.ApplymentRule.NEVER;
import static cn.citybrain.parking.onboarding.simulator.wechatpay.applyment.ApplymentRule.of;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Identity documents of the super administrator, the legal person and the beneficial owner, by the kinds that are published. */
final class IdentityRules {

    private static final String PREFIX = "IDENTIFICATION_TYPE_";
    private static final String CARD = PREFIX + "IDCARD";
    private static final String PASSPORT = PREFIX + "OVERSEA_PASSPORT";
    private static final String CARD_NUMBER = "\\d{17}[\\dXx]|\\d{15}";
    private static final String RESIDENT_NUMBER = "8[123]0000\\d{11}[\\dXx]";

    /** The 18 digits of the foreigners' card of 2023 are not in the published rule (assumed). */
    private static final Map<String, String> NUMBERS = Map.of(
            CARD,
            CARD_NUMBER,
            PASSPORT,
            "[0-9A-Za-z-]{4,15}",
            PREFIX + "HONGKONG_PASSPORT",
            "[Hh]([0-9A-Za-z]{8}|[0-9A-Za-z]{10})",
            PREFIX + "MACAO_PASSPORT",
            "[Mm]([0-9A-Za-z]{8}|[0-9A-Za-z]{10})",
            PREFIX + "TAIWAN_PASSPORT",
            "\\d{8}|\\d{10}",
            PREFIX + "FOREIGN_RESIDENT",
            "[0-9A-Za-z]{15}|9\\d{16}[\\dXx]",
            PREFIX + "HONGKONG_MACAO_RESIDENT",
            RESIDENT_NUMBER,
            PREFIX + "TAIWAN_RESIDENT",
            RESIDENT_NUMBER);

    private static final String KINDS = String.join("|", NUMBERS.keySet());

    private static final String CONTACT = "/contact_info/";
    private static final String IDENTITY = "/subject_info/identity_info/";
    private static final String LEGAL_KIND = IDENTITY + "id_doc_type";
    private static final String CONTACT_KIND = CONTACT + "contact_id_doc_type";
    private static final String ID_CARD = IDENTITY + "id_card_info/";
    private static final String ID_DOC = IDENTITY + "id_doc_info/";
    private static final String UBO = "/subject_info/ubo_info_list/0/";
    private static final String UBO_KIND = UBO + "ubo_id_doc_type";

    private static final Predicate<JsonNode> SUPER =
            form -> "SUPER".equals(form.at(CONTACT + "contact_type").asText());
    private static final Predicate<JsonNode> BY_CARD = is(LEGAL_KIND, CARD);
    private static final Predicate<JsonNode> BY_OTHER = BY_CARD.negate();
    private static final Predicate<JsonNode> OTHER_OWNER =
            form -> form.at(IDENTITY + "owner").isBoolean()
                    && !form.at(IDENTITY + "owner").asBoolean();

    static final List<ApplymentRule> ALL = List.of(
            of(CONTACT_KIND, "超级管理员证件类型", TEXT, KINDS, SUPER),
            number(CONTACT + "contact_id_number", "超级管理员身份证件号码", CONTACT_KIND, SUPER),
            of(CONTACT + "contact_id_doc_copy", "超级管理员证件正面照片", PICTURE, ANY, SUPER),
            of(
                    CONTACT + "contact_id_doc_copy_back",
                    "超级管理员证件反面照片",
                    PICTURE,
                    ANY,
                    SUPER.and(is(CONTACT_KIND, PASSPORT).negate())),
            of(CONTACT + "contact_period_begin", "超级管理员证件有效期开始时间", TEXT, DATE, SUPER),
            of(CONTACT + "contact_period_end", "超级管理员证件有效期结束时间", TEXT, DATE_OR_LONG, SUPER),
            of(CONTACT + "business_authorization_letter", "业务办理授权函", PICTURE, ANY, SUPER),
            of(LEGAL_KIND, "证件类型", TEXT, KINDS, ALWAYS),
            of(ID_CARD + "id_card_copy", "身份证人像面照片", PICTURE, ANY, BY_CARD),
            of(ID_CARD + "id_card_national", "身份证国徽面照片", PICTURE, ANY, BY_CARD),
            of(ID_CARD + "id_card_name", "身份证姓名", SECRET, ".{2,100}", BY_CARD),
            of(ID_CARD + "id_card_number", "身份证号码", SECRET, CARD_NUMBER, BY_CARD),
            of(ID_CARD + "id_card_address", "身份证居住地址", SECRET, ".{4,128}", NEVER),
            of(ID_CARD + "card_period_begin", "身份证有效期开始时间", TEXT, DATE, BY_CARD),
            of(ID_CARD + "card_period_end", "身份证有效期结束时间", TEXT, DATE_OR_LONG, BY_CARD),
            of(ID_DOC + "id_doc_copy", "证件正面照片", PICTURE, ANY, BY_OTHER),
            of(
                    ID_DOC + "id_doc_copy_back",
                    "证件反面照片",
                    PICTURE,
                    ANY,
                    BY_OTHER.and(is(LEGAL_KIND, PASSPORT).negate())),
            of(ID_DOC + "id_doc_name", "证件姓名", SECRET, ".{2,100}", BY_OTHER),
            number(ID_DOC + "id_doc_number", "证件号码", LEGAL_KIND, BY_OTHER),
            of(ID_DOC + "id_doc_address", "证件居住地址", SECRET, ".{4,128}", BY_OTHER),
            of(ID_DOC + "doc_period_begin", "证件有效期开始时间", TEXT, DATE, BY_OTHER),
            of(ID_DOC + "doc_period_end", "证件有效期结束时间", TEXT, DATE_OR_LONG, BY_OTHER),
            of(UBO_KIND, "受益人证件类型", TEXT, KINDS, OTHER_OWNER),
            of(UBO + "ubo_id_doc_copy", "受益人证件正面照片", PICTURE, ANY, OTHER_OWNER),
            of(
                    UBO + "ubo_id_doc_copy_back",
                    "受益人证件反面照片",
                    PICTURE,
                    ANY,
                    OTHER_OWNER.and(is(UBO_KIND, PASSPORT).negate())),
            of(UBO + "ubo_id_doc_name", "受益人姓名", SECRET, ".{2,100}", OTHER_OWNER),
            number(UBO + "ubo_id_doc_number", "受益人证件号码", UBO_KIND, OTHER_OWNER),
            of(UBO + "ubo_id_doc_address", "受益人证件居住地址", SECRET, ".{4,128}", OTHER_OWNER),
            of(UBO + "ubo_period_begin", "受益人证件有效期开始时间", TEXT, DATE, OTHER_OWNER),
            of(UBO + "ubo_period_end", "受益人证件有效期结束时间", TEXT, DATE_OR_LONG, OTHER_OWNER));

    private IdentityRules() {}

    private static Predicate<JsonNode> is(String pointer, String kind) {
        return form -> kind.equals(form.at(pointer).asText());
    }

    private static ApplymentRule number(String pointer, String label, String kind, Predicate<JsonNode> applies) {
        Function<JsonNode, String> pattern =
                form -> NUMBERS.getOrDefault(form.at(kind).asText(), CARD_NUMBER);
        return new ApplymentRule(pointer, label, SECRET, pattern, applies);
    }
}
