package cn.citybrain.parking.onboarding.channel.wechatpay;

import static cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Kind.CODE;
import static cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Kind.FLAG;
import static cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Kind.PAPER;
import static cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Kind.PAPERS;
import static cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Kind.PLAIN;
import static cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Kind.SECRET;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One field of our form and its place in WeChat Pay's applyment4sub request. Read both ways: to build the request, and
 * to lead WeChat Pay's complaints back to our fields.
 *
 * @param key our field key
 * @param path where WeChat Pay wants it, steps separated by {@code /}, 0 = the only element of a list
 * @param prefix what WeChat Pay puts before our code
 */
record ApplymentField(String key, String path, Kind kind, String prefix) {

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
        CODE
    }

    private static final String LICENCE = "subject_info/business_license_info/";
    private static final String IDENTITY = "subject_info/identity_info/";
    private static final String ID_CARD = IDENTITY + "id_card_info/";
    private static final String UBO = "subject_info/ubo_info_list/0/";
    private static final String STORE = "business_info/sales_info/biz_store_info/";

    static final List<ApplymentField> ALL = List.of(
            of("contactType", "contact_info/contact_type", PLAIN),
            of("contactName", "contact_info/contact_name", SECRET),
            of("contactIdNumber", "contact_info/contact_id_number", SECRET),
            of("contactIdCopy", "contact_info/contact_id_doc_copy", PAPER),
            of("contactIdCopyBack", "contact_info/contact_id_doc_copy_back", PAPER),
            of("contactPeriodBegin", "contact_info/contact_period_begin", PLAIN),
            of("contactPeriodEnd", "contact_info/contact_period_end", PLAIN),
            of("authorizationLetter", "contact_info/business_authorization_letter", PAPER),
            of("mobilePhone", "contact_info/mobile_phone", SECRET),
            of("contactEmail", "contact_info/contact_email", SECRET),
            new ApplymentField("subjectType", "subject_info/subject_type", CODE, "SUBJECT_TYPE_"),
            of("licenceCopy", LICENCE + "license_copy", PAPER),
            of("licenceNumber", LICENCE + "license_number", PLAIN),
            of("merchantName", LICENCE + "merchant_name", PLAIN),
            of("legalPerson", LICENCE + "legal_person", PLAIN),
            of("licenceAddress", LICENCE + "license_address", PLAIN),
            of("licencePeriodBegin", LICENCE + "period_begin", PLAIN),
            of("licencePeriodEnd", LICENCE + "period_end", PLAIN),
            of("idCardCopy", ID_CARD + "id_card_copy", PAPER),
            of("idCardNational", ID_CARD + "id_card_national", PAPER),
            of("idCardName", ID_CARD + "id_card_name", SECRET),
            of("idCardNumber", ID_CARD + "id_card_number", SECRET),
            of("idCardAddress", ID_CARD + "id_card_address", SECRET),
            of("idCardPeriodBegin", ID_CARD + "card_period_begin", PLAIN),
            of("idCardPeriodEnd", ID_CARD + "card_period_end", PLAIN),
            of("owner", IDENTITY + "owner", FLAG),
            of("uboIdCopy", UBO + "ubo_id_doc_copy", PAPER),
            // assumed: the published field list names the front only
            of("uboIdCopyBack", UBO + "ubo_id_doc_copy_back", PAPER),
            of("uboName", UBO + "ubo_id_doc_name", SECRET),
            of("uboIdNumber", UBO + "ubo_id_doc_number", SECRET),
            of("uboAddress", UBO + "ubo_id_doc_address", SECRET),
            of("uboPeriodBegin", UBO + "ubo_period_begin", PLAIN),
            of("uboPeriodEnd", UBO + "ubo_period_end", PLAIN),
            of("merchantShortname", "business_info/merchant_shortname", PLAIN),
            of("servicePhone", "business_info/service_phone", PLAIN),
            of("storeName", STORE + "biz_store_name", PLAIN),
            of("storeAddressCode", STORE + "biz_address_code", PLAIN),
            of("storeAddress", STORE + "biz_store_address", PLAIN),
            of("storeEntrancePic", STORE + "store_entrance_pic", PAPERS),
            of("indoorPic", STORE + "indoor_pic", PAPERS),
            new ApplymentField("bankAccountType", "bank_account_info/bank_account_type", CODE, "BANK_ACCOUNT_TYPE_"),
            of("accountName", "bank_account_info/account_name", SECRET),
            of("accountBank", "bank_account_info/account_bank", PLAIN),
            of("bankAddressCode", "bank_account_info/bank_address_code", PLAIN),
            of("bankBranchId", "bank_account_info/bank_branch_id", PLAIN),
            of("bankName", "bank_account_info/bank_name", PLAIN),
            of("accountNumber", "bank_account_info/account_number", SECRET));

    private static ApplymentField of(String key, String path, Kind kind) {
        return new ApplymentField(key, path, kind, "");
    }

    boolean paper() {
        return kind == PAPER || kind == PAPERS;
    }

    List<String> steps() {
        return List.of(path.split("/"));
    }

    /** WeChat Pay's name of the field. */
    String name() {
        return steps().get(steps().size() - 1);
    }

    /** Whether the field belongs to this application at all: leftovers of another choice are not sent. */
    boolean applies(Map<String, String> values) {
        if (key.startsWith("ubo")) {
            return "false".equals(values.get("owner"));
        }
        boolean superOnly =
                key.startsWith("contactId") || key.startsWith("contactPeriod") || key.equals("authorizationLetter");
        return !superOnly || "SUPER".equals(values.get("contactType"));
    }

    /**
     * Our key of the field that WeChat Pay names: by its bare name ({@code id_card_number}), its path with dots, or a
     * JSON pointer, list positions included.
     */
    static Optional<String> keyOf(String named) {
        List<String> steps = Arrays.stream(named.split("[./\\[\\]]+"))
                .filter(step -> !step.matches("\\d*"))
                .toList();
        String last = steps.isEmpty() ? "" : steps.get(steps.size() - 1);
        return ALL.stream()
                .filter(field -> field.name().equals(last))
                .map(ApplymentField::key)
                .findFirst();
    }
}
