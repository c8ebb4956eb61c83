package cn.citybrain.parking.onboarding.simulator.wechatpay.applyment;

import java.util.LinkedHashMap;
import java.util.Map;

/** WeChat Pay's names of the fields of an application, for people. */
public final class ApplymentFields {

    public static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("business_code", "业务申请编号");
        WORDS.put("finance_institution", "是否金融机构");
        WORDS.put("contact_type", "联系人类型");
        WORDS.put("contact_name", "联系人姓名");
        WORDS.put("contact_id_doc_type", "联系人证件类型");
        WORDS.put("contact_id_number", "联系人证件号码");
        WORDS.put("contact_id_doc_copy", "联系人证件正面");
        WORDS.put("contact_id_doc_copy_back", "联系人证件反面");
        WORDS.put("contact_period_begin", "联系人证件有效期开始");
        WORDS.put("contact_period_end", "联系人证件有效期结束");
        WORDS.put("business_authorization_letter", "业务办理授权函");
        WORDS.put("mobile_phone", "联系人手机");
        WORDS.put("contact_email", "联系人邮箱");
        WORDS.put("subject_type", "主体类型");
        WORDS.put("license_copy", "营业执照照片");
        WORDS.put("license_number", "统一社会信用代码");
        WORDS.put("merchant_name", "商户名称");
        WORDS.put("legal_person", "法定代表人");
        WORDS.put("license_address", "注册地址");
        WORDS.put("period_begin", "执照有效期开始");
        WORDS.put("period_end", "执照有效期结束");
        WORDS.put("id_holder_type", "证件持有人类型");
        WORDS.put("id_doc_type", "证件类型");
        WORDS.put("id_card_copy", "身份证人像面");
        WORDS.put("id_card_national", "身份证国徽面");
        WORDS.put("id_card_name", "身份证姓名");
        WORDS.put("id_card_number", "身份证号码");
        WORDS.put("id_card_address", "身份证住址");
        WORDS.put("card_period_begin", "身份证有效期开始");
        WORDS.put("card_period_end", "身份证有效期结束");
        WORDS.put("id_doc_copy", "证件正面");
        WORDS.put("id_doc_copy_back", "证件反面");
        WORDS.put("id_doc_name", "证件姓名");
        WORDS.put("id_doc_number", "证件号码");
        WORDS.put("id_doc_address", "证件住址");
        WORDS.put("doc_period_begin", "证件有效期开始");
        WORDS.put("doc_period_end", "证件有效期结束");
        WORDS.put("owner", "是否最终受益人");
        WORDS.put("ubo_id_doc_type", "受益人证件类型");
        WORDS.put("ubo_id_doc_copy", "受益人证件正面");
        WORDS.put("ubo_id_doc_copy_back", "受益人证件反面");
        WORDS.put("ubo_id_doc_name", "受益人姓名");
        WORDS.put("ubo_id_doc_number", "受益人证件号码");
        WORDS.put("ubo_id_doc_address", "受益人住址");
        WORDS.put("ubo_period_begin", "受益人证件有效期开始");
        WORDS.put("ubo_period_end", "受益人证件有效期结束");
        WORDS.put("merchant_shortname", "商户简称");
        WORDS.put("service_phone", "客服电话");
        WORDS.put("sales_scenes_type", "经营场景");
        WORDS.put("biz_store_name", "停车场名称");
        WORDS.put("biz_address_code", "停车场所在城市");
        WORDS.put("biz_store_address", "停车场地址");
        WORDS.put("store_entrance_pic", "停车场入口照片");
        WORDS.put("indoor_pic", "停车场内景照片");
        WORDS.put("settlement_id", "结算规则");
        WORDS.put("qualification_type", "所属行业");
        WORDS.put("bank_account_type", "账户类型");
        WORDS.put("account_name", "开户名称");
        WORDS.put("account_bank", "开户银行");
        WORDS.put("bank_address_code", "开户城市");
        WORDS.put("bank_branch_id", "联行号");
        WORDS.put("bank_name", "开户支行");
        WORDS.put("account_number", "银行账号");
    }

    private ApplymentFields() {}
}
