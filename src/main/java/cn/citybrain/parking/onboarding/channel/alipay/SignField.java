package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.FieldIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * One field of our form and how Alipay calls it. Alipay refuses in sentences: what they name, by the parameter or in
 * Chinese (assumed words), leads back to our field.
 *
 * @param key our field key
 * @param parameters of {@code alipay.open.agent.create} and {@code common.sign} that carry it
 * @param words that Alipay uses for it
 */
record SignField(String key, List<String> parameters, List<String> words) {

    /** What is more special stands before what is less: 营业执照号 before 营业执照. */
    private static final List<SignField> ALL = List.of(
            of("alipayAccount", "account", "支付宝账号", "支付宝账户", "商户账号"),
            of("contactName", "contact_name", "联系人姓名", "联系人名称"),
            of("mobilePhone", "contact_mobile", "联系人手机", "手机号"),
            of("contactEmail", "contact_email", "邮箱"),
            of(SignPapers.FEE_PAPER, "special_license_pic", "特殊资质", "物价审批", "收费告示", "收费公示"),
            of("licencePeriodEnd", "date_limitation|long_term", "营业期限", "执照有效期"),
            of("licenceNumber", "business_license_no", "营业执照号", "营业执照注册号", "统一社会信用代码"),
            of("licenceCopy", "business_license_pic", "营业执照"),
            of("merchantName", "", "公司名称", "企业名称", "签约主体"),
            of("storeEntrancePic", "shop_sign_board_pic", "门头照", "门头图片"),
            of("storeName", "shop_name", "门店名称", "停车场名称"),
            of("storeAddress", "shop_detail_address|shop_district_code", "门店地址", "详细地址"));

    private static SignField of(String key, String parameters, String... words) {
        return new SignField(key, parameters.isEmpty() ? List.of() : List.of(parameters.split("\\|")), List.of(words));
    }

    /**
     * The issues of one sentence: one for each field that it names, or one without a field. Parameters are sure; words are
     * looked for only where none stands, at first in what stands before the colon.
     */
    static List<FieldIssue> issues(String sentence) {
        List<FieldIssue> found = Stream.of(
                        keys(sentence, SignField::withoutParameters),
                        keys(sentence.split("[：:]", 2)[0], SignField::withoutWords),
                        keys(sentence, SignField::withoutWords))
                .filter(keys -> !keys.isEmpty())
                .findFirst()
                .orElse(List.of(""))
                .stream()
                .map(key -> new FieldIssue(key, sentence))
                .toList();
        return sentence.isBlank() ? List.of() : found;
    }

    /** Whatever a field takes out of the sentence names it, and is gone for the fields after it. */
    private static List<String> keys(String sentence, BiFunction<SignField, String, String> takenOut) {
        List<String> keys = new ArrayList<>();
        String rest = sentence;
        for (SignField field : ALL) {
            String without = takenOut.apply(field, rest);
            if (!without.equals(rest)) {
                keys.add(field.key());
            }
            rest = without;
        }
        return keys;
    }

    private String withoutParameters(String sentence) {
        String rest = sentence;
        for (String parameter : parameters) {
            rest = rest.replaceAll("(?<![a-z_])" + parameter + "(?![a-z_])", "");
        }
        return rest;
    }

    private String withoutWords(String sentence) {
        String rest = sentence;
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        return rest;
    }
}
