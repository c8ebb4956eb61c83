package cn.citybrain.parking.onboarding.simulator.alipay.signing;

import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayError;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayParty;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application.Complaint;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Alipay checks of an application: form when it is written, content when it is confirmed. */
final class SigningRules {

    private static final int SMALLEST = 5 * 1024;
    private static final int LARGEST = 5 * 1024 * 1024;

    private static final Map<String, String> FORM = Map.of(
            "product_code", ".{1,64}",
            "mcc_code", ".{1,16}",
            "business_license_no", ".{1,32}",
            "shop_name", ".{1,64}",
            "shop_province_code", "\\d{6}",
            "shop_city_code", "\\d{6}",
            "shop_district_code", "\\d{6}",
            "shop_detail_address", ".{1,256}");

    private SigningRules() {}

    static void form(Map<String, String> parameters) {
        FORM.forEach((name, pattern) -> {
            String value = parameters.getOrDefault(name, "");
            if (value.isEmpty()) {
                throw new AlipayError("40001", "isv.missing-parameter", "缺少参数 " + name);
            }
            if (!value.matches(pattern)) {
                throw AlipayError.parameter(name, "格式不正确");
            }
        });
        if (!AlipayParty.PRODUCT_CODE.equals(parameters.get("product_code"))) {
            throw new AlipayError("40006", "isv.insufficient-isv-permissions", "服务商没有代签约该产品的权限");
        }
        boolean limited = !parameters.getOrDefault("date_limitation", "").isEmpty();
        if (limited == "true".equals(parameters.get("long_term"))) {
            throw AlipayError.parameter("date_limitation", "与 long_term 必须填且只填一个");
        }
    }

    static void picture(String name, byte[] content) {
        if (content.length < SMALLEST || content.length > LARGEST) {
            throw AlipayError.parameter(name, "图片大小须在 5KB 与 5MB 之间");
        }
        String start = String.format("%02x%02x", content[0], content[1]);
        // jpg, png, gif, bmp
        if (!List.of("ffd8", "8950", "4749", "424d").contains(start)) {
            throw AlipayError.parameter(name, "图片格式必须为 png、bmp、gif、jpg、jpeg");
        }
    }

    /** Assumed examples of what puts an application on hold when it is confirmed. */
    static List<Complaint> content(Draft draft, LocalDate today) {
        List<Complaint> complaints = new ArrayList<>();
        if (!draft.value("business_license_no").matches("[0-9A-Z]{15}|[0-9A-Z]{18}")) {
            complaints.add(complaint("business_license_no", "须为 18 位统一社会信用代码或 15 位注册号"));
        }
        if (over(draft.value("date_limitation"), today)) {
            complaints.add(complaint("date_limitation", "营业执照已过有效期"));
        }
        return complaints;
    }

    private static boolean over(String date, LocalDate today) {
        try {
            return !date.isEmpty() && LocalDate.parse(date).isBefore(today);
        } catch (DateTimeException e) {
            return true;
        }
    }

    private static Complaint complaint(String field, String reason) {
        return new Complaint(field, SigningFields.WORDS.get(field), reason);
    }
}
