package cn.citybrain.parking.onboarding.channel.wechatpay;

import static cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Kind.CODE;
import static cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Kind.DOCUMENT;
import static cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Kind.FLAG;
import static cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Kind.PAPER;
import static cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Kind.PAPERS;
import static cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Kind.PLAIN;
import static cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Kind.SECRET;
import static cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Owner.ANYBODY;
import static cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Owner.BENEFICIAL_OWNER;
import static cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Owner.IDENTITY_CARD;
import static cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Owner.OTHER_DOCUMENT;
import static cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Owner.SUPER_ADMINISTRATOR;

import cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Kind;
import cn.citybrain.parking.onboarding.channel.wechatpay.ApplymentField.Owner;
import java.util.List;

/** All fields of an applyment4sub request that come from our form, by the published field list. */
final class ApplymentFields {

    private static final String CONTACT = "contact_info/";
    private static final String LICENCE = "subject_info/business_license_info/";
    private static final String IDENTITY = "subject_info/identity_info/";
    private static final String CARD = IDENTITY + "id_card_info/";
    private static final String OTHER = IDENTITY + "id_doc_info/";
    private static final String UBO = "subject_info/ubo_info_list/0/";
    private static final String STORE = "business_info/sales_info/biz_store_info/";
    private static final String BANK = "bank_account_info/";
    private static final String KIND_OF_DOCUMENT = "IDENTIFICATION_TYPE_";

    static final List<ApplymentField> ALL = List.of(
            of("contactType", "超级管理员类型", CONTACT + "contact_type", PLAIN),
            of("contactName", "超级管理员姓名", CONTACT + "contact_name", SECRET),
            document("contactIdKind", "超级管理员证件类型", CONTACT + "contact_id_doc_type", SUPER_ADMINISTRATOR),
            superAdministrators("contactIdNumber", "超级管理员身份证件号码", "contact_id_number", SECRET),
            superAdministrators("contactIdCopy", "超级管理员证件正面照片", "contact_id_doc_copy", PAPER),
            superAdministrators("contactIdCopyBack", "超级管理员证件反面照片", "contact_id_doc_copy_back", PAPER),
            superAdministrators("contactPeriodBegin", "超级管理员证件有效期开始时间", "contact_period_begin", PLAIN),
            superAdministrators("contactPeriodEnd", "超级管理员证件有效期结束时间", "contact_period_end", PLAIN),
            superAdministrators("authorizationLetter", "业务办理授权函", "business_authorization_letter", PAPER),
            of("mobilePhone", "联系手机", CONTACT + "mobile_phone", SECRET),
            of("contactEmail", "联系邮箱", CONTACT + "contact_email", SECRET),
            coded("subjectType", "主体类型", "subject_info/subject_type", "SUBJECT_TYPE_"),
            of("licenceCopy", "营业执照照片", LICENCE + "license_copy", PAPER),
            of("licenceNumber", "注册号/统一社会信用代码", LICENCE + "license_number", PLAIN),
            of("merchantName", "商户名称", LICENCE + "merchant_name", PLAIN),
            of("legalPerson", "个体户经营者/法人姓名", LICENCE + "legal_person", PLAIN),
            of("licenceAddress", "注册地址", LICENCE + "license_address", PLAIN),
            of("licencePeriodBegin", "有效期限开始日期", LICENCE + "period_begin", PLAIN),
            of("licencePeriodEnd", "有效期限结束日期", LICENCE + "period_end", PLAIN),
            document("legalIdKind", "证件类型", IDENTITY + "id_doc_type", ANYBODY),
            cards("idCardCopy", "身份证人像面照片", "id_card_copy", PAPER),
            cards("idCardNational", "身份证国徽面照片", "id_card_national", PAPER),
            cards("idCardName", "身份证姓名", "id_card_name", SECRET),
            cards("idCardNumber", "身份证号码", "id_card_number", SECRET),
            cards("idCardAddress", "身份证居住地址", "id_card_address", SECRET),
            cards("idCardPeriodBegin", "身份证有效期开始时间", "card_period_begin", PLAIN),
            cards("idCardPeriodEnd", "身份证有效期结束时间", "card_period_end", PLAIN),
            others("idCardCopy", "证件正面照片", "id_doc_copy", PAPER),
            others("idCardNational", "证件反面照片", "id_doc_copy_back", PAPER),
            others("idCardName", "证件姓名", "id_doc_name", SECRET),
            others("idCardNumber", "证件号码", "id_doc_number", SECRET),
            others("idCardAddress", "证件居住地址", "id_doc_address", SECRET),
            others("idCardPeriodBegin", "证件有效期开始时间", "doc_period_begin", PLAIN),
            others("idCardPeriodEnd", "证件有效期结束时间", "doc_period_end", PLAIN),
            of("owner", "经营者/法人是否为受益人", IDENTITY + "owner", FLAG),
            document("uboIdKind", "受益人证件类型", UBO + "ubo_id_doc_type", BENEFICIAL_OWNER),
            owners("uboIdCopy", "受益人证件正面照片", "ubo_id_doc_copy", PAPER),
            owners("uboIdCopyBack", "受益人证件反面照片", "ubo_id_doc_copy_back", PAPER),
            owners("uboName", "受益人姓名", "ubo_id_doc_name", SECRET),
            owners("uboIdNumber", "受益人证件号码", "ubo_id_doc_number", SECRET),
            owners("uboAddress", "受益人证件居住地址", "ubo_id_doc_address", SECRET),
            owners("uboPeriodBegin", "受益人证件有效期开始时间", "ubo_period_begin", PLAIN),
            owners("uboPeriodEnd", "受益人证件有效期结束时间", "ubo_period_end", PLAIN),
            of("merchantShortname", "商户简称", "business_info/merchant_shortname", PLAIN),
            of("servicePhone", "客服电话", "business_info/service_phone", PLAIN),
            of("storeName", "线下场所名称", STORE + "biz_store_name", PLAIN),
            of("storeAddressCode", "线下场所省市编码", STORE + "biz_address_code", PLAIN),
            of("storeAddress", "线下场所地址", STORE + "biz_store_address", PLAIN),
            of("storeEntrancePic", "线下场所门头照片", STORE + "store_entrance_pic", PAPERS),
            of("indoorPic", "线下场所内部照片", STORE + "indoor_pic", PAPERS),
            coded("bankAccountType", "账户类型", BANK + "bank_account_type", "BANK_ACCOUNT_TYPE_"),
            of("accountName", "开户名称", BANK + "account_name", SECRET),
            of("accountBank", "开户银行", BANK + "account_bank", PLAIN),
            of("bankAddressCode", "开户银行省市编码", BANK + "bank_address_code", PLAIN),
            of("bankBranchId", "开户银行联行号", BANK + "bank_branch_id", PLAIN),
            of("bankName", "开户银行全称（含支行）", BANK + "bank_name", PLAIN),
            of("accountNumber", "银行账号", BANK + "account_number", SECRET));

    private ApplymentFields() {}

    private static ApplymentField of(String key, String words, String path, Kind kind) {
        return new ApplymentField(key, words, path, kind, "", ANYBODY);
    }

    private static ApplymentField coded(String key, String words, String path, String prefix) {
        return new ApplymentField(key, words, path, CODE, prefix, ANYBODY);
    }

    private static ApplymentField document(String key, String words, String path, Owner owner) {
        return new ApplymentField(key, words, path, DOCUMENT, KIND_OF_DOCUMENT, owner);
    }

    private static ApplymentField superAdministrators(String key, String words, String name, Kind kind) {
        return new ApplymentField(key, words, CONTACT + name, kind, "", SUPER_ADMINISTRATOR);
    }

    private static ApplymentField cards(String key, String words, String name, Kind kind) {
        return new ApplymentField(key, words, CARD + name, kind, "", IDENTITY_CARD);
    }

    private static ApplymentField others(String key, String words, String name, Kind kind) {
        return new ApplymentField(key, words, OTHER + name, kind, "", OTHER_DOCUMENT);
    }

    private static ApplymentField owners(String key, String words, String name, Kind kind) {
        return new ApplymentField(key, words, UBO + name, kind, "", BENEFICIAL_OWNER);
    }
}
