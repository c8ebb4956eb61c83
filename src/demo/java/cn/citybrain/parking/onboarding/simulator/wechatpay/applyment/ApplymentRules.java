package cn.citybrain.parking.onboarding.simulator.wechatpay.applyment;

import static cn.citybrain.parking.onboarding.simulator.wechatpay.applyment.ApplymentRules.Form.PICTURE;
import static cn.citybrain.parking.onboarding.simulator.wechatpay.applyment.ApplymentRules.Form.SECRET;
import static cn.citybrain.parking.onboarding.simulator.wechatpay.applyment.ApplymentRules.Form.TEXT;

import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.ApiError;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.Seals;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What WeChat Pay checks of an application before it takes it in, and the opening of its sealed fields. */
@Component
class ApplymentRules {

    private static final String ANY = "(?s).{1,2048}";
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final String DATE_OR_LONG = DATE + "|长期";

    enum Form {
        TEXT,
        SECRET,
        PICTURE
    }

    /** @param applies to which applications; a field that is there although it need not is checked too */
    private record Rule(String pointer, String label, Form form, String pattern, Predicate<JsonNode> applies) {}

    private static final Predicate<JsonNode> ALWAYS = form -> true;
    private static final Predicate<JsonNode> NEVER = form -> false;
    private static final Predicate<JsonNode> SUPER =
            form -> "SUPER".equals(form.at("/contact_info/contact_type").asText());
    private static final Predicate<JsonNode> OTHER_OWNER =
            form -> form.at("/subject_info/identity_info/owner").isBoolean()
                    && !form.at("/subject_info/identity_info/owner").asBoolean();

    private static final String CONTACT = "/contact_info/";
    private static final String LICENCE = "/subject_info/business_license_info/";
    private static final String CARD = "/subject_info/identity_info/id_card_info/";
    private static final String UBO = "/subject_info/ubo_info_list/0/";
    private static final String STORE = "/business_info/sales_info/biz_store_info/";
    private static final String BANK = "/bank_account_info/";

    private static final List<Rule> RULES = List.of(
            new Rule("/business_code", "业务申请编号", TEXT, "[0-9A-Za-z_]{1,124}", ALWAYS),
            new Rule(CONTACT + "contact_type", "超级管理员类型", TEXT, "LEGAL|SUPER", ALWAYS),
            new Rule(CONTACT + "contact_name", "超级管理员姓名", SECRET, ".{2,100}", ALWAYS),
            new Rule(CONTACT + "contact_id_number", "超级管理员身份证件号码", SECRET, ".{15,18}", SUPER),
            new Rule(CONTACT + "contact_id_doc_copy", "超级管理员证件正面照片", PICTURE, ANY, SUPER),
            new Rule(CONTACT + "contact_id_doc_copy_back", "超级管理员证件反面照片", PICTURE, ANY, SUPER),
            new Rule(CONTACT + "contact_period_begin", "超级管理员证件有效期开始时间", TEXT, DATE, SUPER),
            new Rule(CONTACT + "contact_period_end", "超级管理员证件有效期结束时间", TEXT, DATE_OR_LONG, SUPER),
            new Rule(CONTACT + "business_authorization_letter", "业务办理授权函", PICTURE, ANY, SUPER),
            new Rule(CONTACT + "mobile_phone", "联系手机", SECRET, "\\d{11}", ALWAYS),
            new Rule(CONTACT + "contact_email", "联系邮箱", SECRET, "\\S+@\\S+", ALWAYS),
            new Rule("/subject_info/subject_type", "主体类型", TEXT, "SUBJECT_TYPE_(INDIVIDUAL|ENTERPRISE)", ALWAYS),
            new Rule(LICENCE + "license_copy", "营业执照照片", PICTURE, ANY, ALWAYS),
            new Rule(LICENCE + "license_number", "注册号/统一社会信用代码", TEXT, "[0-9A-Z]{15}|[0-9A-Z]{18}", ALWAYS),
            new Rule(LICENCE + "merchant_name", "商户名称", TEXT, ".{2,128}", ALWAYS),
            new Rule(LICENCE + "legal_person", "法人姓名", TEXT, ".{2,64}", ALWAYS),
            new Rule(LICENCE + "period_begin", "营业期限开始日期", TEXT, DATE, NEVER),
            new Rule(LICENCE + "period_end", "营业期限结束日期", TEXT, DATE_OR_LONG, NEVER),
            new Rule(CARD + "id_card_copy", "身份证人像面照片", PICTURE, ANY, ALWAYS),
            new Rule(CARD + "id_card_national", "身份证国徽面照片", PICTURE, ANY, ALWAYS),
            new Rule(CARD + "id_card_name", "身份证姓名", SECRET, ".{2,100}", ALWAYS),
            new Rule(CARD + "id_card_number", "身份证号码", SECRET, "\\d{17}[\\dXx]|\\d{15}", ALWAYS),
            new Rule(CARD + "id_card_address", "身份证居住地址", SECRET, ".{4,128}", NEVER),
            new Rule(CARD + "card_period_begin", "身份证有效期开始时间", TEXT, DATE, ALWAYS),
            new Rule(CARD + "card_period_end", "身份证有效期结束时间", TEXT, DATE_OR_LONG, ALWAYS),
            new Rule(UBO + "ubo_id_doc_copy", "受益人身份证人像面照片", PICTURE, ANY, OTHER_OWNER),
            new Rule(UBO + "ubo_id_doc_copy_back", "受益人身份证国徽面照片", PICTURE, ANY, OTHER_OWNER),
            new Rule(UBO + "ubo_id_doc_name", "受益人姓名", SECRET, ".{2,100}", OTHER_OWNER),
            new Rule(UBO + "ubo_id_doc_number", "受益人身份证号码", SECRET, ".{15,18}", OTHER_OWNER),
            new Rule(UBO + "ubo_id_doc_address", "受益人居住地址", SECRET, ".{4,128}", OTHER_OWNER),
            new Rule("/business_info/merchant_shortname", "商户简称", TEXT, ".{1,64}", ALWAYS),
            new Rule("/business_info/service_phone", "客服电话", TEXT, "[0-9-]{5,20}", ALWAYS),
            new Rule("/business_info/sales_info/sales_scenes_type/0", "经营场景类型", TEXT, "SALES_SCENES_\\w+", ALWAYS),
            new Rule(STORE + "biz_store_name", "线下场所名称", TEXT, ".{1,128}", ALWAYS),
            new Rule(STORE + "biz_address_code", "线下场所省市编码", TEXT, "\\d{6}", ALWAYS),
            new Rule(STORE + "biz_store_address", "线下场所地址", TEXT, ".{1,128}", ALWAYS),
            new Rule(STORE + "store_entrance_pic/0", "线下场所门头照片", PICTURE, ANY, ALWAYS),
            new Rule(STORE + "indoor_pic/0", "线下场所内部照片", PICTURE, ANY, ALWAYS),
            new Rule("/settlement_info/settlement_id", "入驻结算规则ID", TEXT, "\\d{1,4}", ALWAYS),
            new Rule("/settlement_info/qualification_type", "所属行业", TEXT, ".{1,200}", ALWAYS),
            new Rule(BANK + "bank_account_type", "账户类型", TEXT, "BANK_ACCOUNT_TYPE_(CORPORATE|PERSONAL)", ALWAYS),
            new Rule(BANK + "account_name", "开户名称", SECRET, ".{2,128}", ALWAYS),
            new Rule(BANK + "account_bank", "开户银行", TEXT, ".{2,128}", ALWAYS),
            new Rule(BANK + "bank_address_code", "开户银行省市编码", TEXT, "\\d{6}", ALWAYS),
            new Rule(BANK + "account_number", "银行账号", SECRET, "\\d{6,32}", ALWAYS));

    private final Seals seals;

    ApplymentRules(Seals seals) {
        this.seals = seals;
    }

    /**
     * Checks every field and replaces sealed values by what is in them.
     *
     * @param uploaded knows the media ids
     */
    void openAndCheck(ObjectNode form, Predicate<String> uploaded) {
        RULES.forEach(rule -> check(rule, form, uploaded));
    }

    private void check(Rule rule, ObjectNode form, Predicate<String> uploaded) {
        JsonNode value = form.at(rule.pointer());
        if (value.isMissingNode() || value.isNull()) {
            if (rule.applies().test(form)) {
                throw ApiError.param(rule.pointer(), rule.label(), "缺少必填参数");
            }
            return;
        }
        if (!value.isTextual()) {
            throw ApiError.param(rule.pointer(), rule.label(), "必须为字符串");
        }
        String text = rule.form() == SECRET ? opened(rule, value.asText()) : value.asText();
        if (!text.matches(rule.pattern())) {
            throw ApiError.param(rule.pointer(), rule.label(), "字符串规则校验失败");
        }
        if (rule.form() == PICTURE && !uploaded.test(text)) {
            throw ApiError.param(rule.pointer(), rule.label(), "图片不存在，请重新上传");
        }
        if (rule.form() == SECRET) {
            int cut = rule.pointer().lastIndexOf('/');
            ((ObjectNode) form.at(rule.pointer().substring(0, cut)))
                    .set(rule.pointer().substring(cut + 1), TextNode.valueOf(text));
        }
    }

    private String opened(Rule rule, String sealed) {
        try {
            return seals.open(sealed);
        } catch (IllegalArgumentException e) {
            throw ApiError.param(rule.pointer(), rule.label(), "解密失败，请检查加密所用的公钥");
        }
    }
}
