package cn.citybrain.parking.onboarding.parking.record;

import java.util.List;
import java.util.regex.Pattern;

/** What can be painted on a Chinese number plate (GA 36, GJB 6553), and 无牌车… for a vehicle without one. */
final class PlateSyntax {

    private static final String PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]";

    private static final List<Pattern> FORMS = List.of(
            // ordinary, trailer, driving school, police, Hong Kong, Macau, consulate, test
            Pattern.compile(PROVINCE + "[A-Z][A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳领试超]"),
            // new energy: one more place
            Pattern.compile(PROVINCE + "[A-Z][A-HJ-NP-Z0-9]{6}"),
            Pattern.compile(PROVINCE + "[A-Z][A-HJ-NP-Z0-9]{4}应急"),
            Pattern.compile("使[0-9]{6}|[0-9]{6}使"),
            Pattern.compile("WJ" + PROVINCE + "?[0-9]{4}[A-Z0-9]"),
            Pattern.compile("[A-Z]{2}[0-9]{5}"),
            Pattern.compile("民航[A-Z0-9]{5}"),
            Pattern.compile("无牌车[\\p{IsHan}A-Za-z0-9_-]{0,20}"));

    private PlateSyntax() {}

    static boolean matches(String plateNo) {
        return FORMS.stream().anyMatch(form -> form.matcher(plateNo).matches());
    }
}
