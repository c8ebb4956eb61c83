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

    private static final String CONTACT = "/contact_info/";
    private static final String LICENCE = "/subject_info/business_license_info/";
    private static final String STORE = "/business_info/sales_info/biz_store_info/";
    private static final String BANK = "/bank_account_info/";

    private static final List<ApplymentRule> RULES = List.of(
            of("/business_code", "业务申请编号", TEXT, "[0-9A-Za-z_]{1,124}", ALWAYS),
            of(CONTACT + "contact_type", "超级管理员类型", TEXT, "LEGAL|SUPER", ALWAYS),
            of(CONTACT + "contact_name", "超级管理员姓名", SECRET, ".{2,100}", ALWAYS),
            of(CONTACT + "mobile_phone", "联系手机", SECRET, "\\d{11}", ALWAYS),
            of(CONTACT + "contact_email", "联系邮箱", SECRET, "\\S+@\\S+", ALWAYS),
            of("/subject_info/subject_type", "主体类型", TEXT, "SUBJECT_TYPE_(INDIVIDUAL|ENTERPRISE)", ALWAYS),
            of(LICENCE + "license_copy", "营业执照照片", PICTURE, ANY, ALWAYS),
            of(LICENCE + "license_number", "注册号/统一社会信用代码", TEXT, "[0-9A-Z]{15}|[0-9A-Z]{18}", ALWAYS),
            of(LICENCE + "merchant_name", "商户名称", TEXT, ".{2,110}", ALWAYS),
            of(LICENCE + "legal_person", "法人姓名", TEXT, ".{2,64}", ALWAYS),
            of(LICENCE + "period_begin", "营业期限开始日期", TEXT, DATE, NEVER),
            of(LICENCE + "period_end", "营业期限结束日期", TEXT, DATE_OR_LONG, NEVER),
            of("/business_info/merchant_shortname", "商户简称", TEXT, ".{1,64}", ALWAYS),
            of("/business_info/service_phone", "客服电话", TEXT, "[0-9-]{5,20}", ALWAYS),
            of("/business_info/sales_info/sales_scenes_type/0", "经营场景类型", TEXT, "SALES_SCENES_\\w+", ALWAYS),
            of(STORE + "biz_store_name", "线下场所名称", TEXT, ".{1,128}", ALWAYS),
            of(STORE + "biz_address_code", "线下场所省市编码", TEXT, "\\d{6}", ALWAYS),
            of(STORE + "biz_store_address", "线下场所地址", TEXT, ".{1,128}", ALWAYS),
            of(STORE + "store_entrance_pic/0", "线下场所门头照片", PICTURE, ANY, ALWAYS),
            of(STORE + "indoor_pic/0", "线下场所内部照片", PICTURE, ANY, ALWAYS),
            of("/settlement_info/settlement_id", "入驻结算规则ID", TEXT, "\\d{1,4}", ALWAYS),
            of("/settlement_info/qualification_type", "所属行业", TEXT, ".{1,200}", ALWAYS),
            of(BANK + "bank_account_type", "账户类型", TEXT, "BANK_ACCOUNT_TYPE_(CORPORATE|PERSONAL)", ALWAYS),
            of(BANK + "account_name", "开户名称", SECRET, ".{2,128}", ALWAYS),
            of(BANK + "account_bank", "开户银行", TEXT, ".{2,128}", ALWAYS),
            of(BANK + "bank_address_code", "开户银行省市编码", TEXT, "\\d{6}", ALWAYS),
            of(BANK + "account_number", "银行账号", SECRET, "\\d{6,32}", ALWAYS));

    private final Seals seals;
    private final ApplymentSense sense;

    ApplymentRules(Seals seals, ApplymentSense sense) {
        this.seals = seals;
        this.sense = sense;
    }

    /**
     * Checks every field and replaces sealed values by what is in them.
     *
     * @param uploaded knows the media ids
     */
    void openAndCheck(ObjectNode form, Predicate<String> uploaded) {
        RULES.forEach(rule -> check(rule, form, uploaded));
        IdentityRules.ALL.forEach(rule -> check(rule, form, uploaded));
        sense.check(form);
    }

    private void check(ApplymentRule rule, ObjectNode form, Predicate<String> uploaded) {
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
        if (!text.matches(rule.pattern().apply(form))) {
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

    private String opened(ApplymentRule rule, String sealed) {
        try {
            return seals.open(sealed);
        } catch (IllegalArgumentException e) {
            throw ApiError.param(rule.pointer(), rule.label(), "解密失败，请检查加密所用的公钥");
        }
    }
}
