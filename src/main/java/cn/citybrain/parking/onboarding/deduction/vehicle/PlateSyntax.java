package cn.citybrain.parking.onboarding.deduction.vehicle;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a plate and its color may look like (GA 36-2018: seven characters, eight for new-energy cars). */
final class PlateSyntax {

    private static final Pattern PLATE = Pattern.compile("[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-HJ-NP-Z]"
            + "([A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[A-HJ-NP-Z0-9]{6})");
    private static final Pattern PAYER = Pattern.compile("[A-Za-z0-9_-]{0,64}");

    private PlateSyntax() {}

    /** Messages in Chinese by field; empty when everything is right. */
    static Map<String, String> check(String plateNo, int color, String payerId) {
        Map<String, String> fields = new TreeMap<>();
        if (!PLATE.matcher(plateNo).matches()) {
            fields.put("plateNo", "车牌号码格式不正确，请按车牌填写，例如 浙A12345 或 浙AD12345，中间不加点和空格");
        } else if (plateNo.length() == 8 && color != 5) {
            fields.put("plateColor", "8 位车牌是新能源车牌，车牌颜色请选择绿色");
        }
        if (color < 1 || color > 5) {
            fields.put("plateColor", "请选择车牌颜色：蓝、黄、白、黑或绿");
        }
        if (!PAYER.matcher(payerId).matches()) {
            fields.put("payerId", "付款人标识只能是字母、数字、下划线和连字符，最多 64 位");
        }
        return fields;
    }

    /** As it is stored: no blanks, no dots, capital letters. */
    static String normalized(String plateNo) {
        return plateNo == null ? "" : plateNo.replaceAll("[\\s.·•]", "").toUpperCase(java.util.Locale.ROOT);
    }
}
