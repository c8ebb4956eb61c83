package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.FieldIssue;
import java.util.ArrayList;
import java.util.List;

/**
 * One field of our form and how Alipay calls it. Alipay refuses in sentences: what they name, by the parameter or in
 * Chinese (assumed words), leads back to our field.
 *
 * @param key our field key
 * @param parameter of {@code alipay.open.agent.create} or {@code common.sign}, empty where none is sent
 * @param words that Alipay uses for it; the first match in the list below counts
 */
record SignField(String key, String parameter, List<String> words) {

    /** What is more special stands before what is less: 营业执照号 before 营业执照. */
    private static final List<SignField> ALL = List.of(
            of("alipayAccount", "account", "支付宝账号", "支付宝账户", "商户账号"),
            of("contactName", "contact_name", "联系人姓名", "联系人名称"),
            of("mobilePhone", "contact_mobile", "联系人手机", "手机号"),
            of("contactEmail", "contact_email", "邮箱"),
            of("specialLicenceCopy", "special_license_pic", "特殊资质", "物价审批", "收费告示", "收费公示"),
            of("licencePeriodEnd", "date_limitation", "营业期限", "执照有效期", "long_term"),
            of("licenceNumber", "business_license_no", "营业执照号", "营业执照注册号", "统一社会信用代码"),
            of("licenceCopy", "business_license_pic", "营业执照"),
            of("merchantName", "", "公司名称", "企业名称", "签约主体"),
            of("storeEntrancePic", "shop_sign_board_pic", "门头照", "门头图片"),
            of("storeName", "shop_name", "门店名称", "停车场名称"),
            of("storeAddress", "shop_detail_address", "门店地址", "详细地址", "shop_district_code"));

    private static SignField of(String key, String parameter, String... words) {
        return new SignField(key, parameter, List.of(words));
    }

    /** The issues of one sentence: one for each field that it names, or one without a field. */
    static List<FieldIssue> issues(String sentence) {
        String rest = sentence;
        List<FieldIssue> found = new ArrayList<>();
        for (SignField field : ALL) {
            String without = field.takenOut(rest);
            if (!without.equals(rest)) {
                found.add(new FieldIssue(field.key(), sentence));
                rest = without;
            }
        }
        return found.isEmpty() && !sentence.isBlank() ? List.of(new FieldIssue("", sentence)) : found;
    }

    /** The sentence without what names this field, so that 营业执照号 does not name the 营业执照 too. */
    private String takenOut(String sentence) {
        String rest =
                parameter.isEmpty() ? sentence : sentence.replaceAll("(?<![a-z_])" + parameter + "(?![a-z_])", "");
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        return rest;
    }
}
