package cn.citybrain.parking.onboarding.application.form;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The kinds of identity documents that a form can offer, and what their numbers look like: the rules that WeChat Pay publishes
 * for its applications, and the residence permits with 18 digits of GB 11643, which begin with 81, 82, 83 or 9.
 */
enum IdentityDocument {
    IDCARD("居民身份证", "[1-6][0-9]{16}[0-9X]", "应为 18 位，前 17 位是数字，末位是数字或 X"),
    OVERSEA_PASSPORT("护照", "(?=.*[0-9])[0-9A-Z-]{4,15}", "应为 4 到 15 位数字、字母或连字符，按护照资料页填写"),
    HONGKONG_PASSPORT("香港居民来往内地通行证", "H([0-9A-Z]{8}|[0-9A-Z]{10})", "应以 H 开头，后面 8 位或 10 位数字"),
    MACAO_PASSPORT("澳门居民来往内地通行证", "M([0-9A-Z]{8}|[0-9A-Z]{10})", "应以 M 开头，后面 8 位或 10 位数字"),
    TAIWAN_PASSPORT("台湾居民来往大陆通行证", "[0-9]{8}|[0-9]{10}", "应为 8 位或 10 位数字"),
    FOREIGN_RESIDENT("外国人永久居留身份证", "9[0-9]{16}[0-9X]|[A-Z]{3}[0-9]{12}", "应为 9 开头的 18 位号码，旧版证件为 3 个字母加 12 位数字"),
    HONGKONG_MACAO_RESIDENT("港澳居民居住证", "8[12]0000[0-9]{11}[0-9X]", "应为 810000 或 820000 开头的 18 位号码"),
    TAIWAN_RESIDENT("台湾居民居住证", "830000[0-9]{11}[0-9X]", "应为 830000 开头的 18 位号码");

    private static final int OF_GB_11643 = 18;
    private static final Pattern ANY = Pattern.compile("[0-9A-Z-]{4,18}");

    private final String title;
    private final Pattern shape;
    private final String otherwise;

    IdentityDocument(String title, String shape, String otherwise) {
        this.title = title;
        this.shape = Pattern.compile(shape);
        this.otherwise = otherwise;
    }

    /** @param code as a form holds it; nothing is the identity card, which was the only kind before there were others */
    static IdentityDocument of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(code))
                .findFirst()
                .orElse(IDCARD);
    }

    /** What is wrong with a number whose kind of document is not known: only what no kind can be. */
    static Optional<String> faultOfAny(String number) {
        return ANY.matcher(number).matches() ? Optional.empty() : Optional.of("应为证件上的号码：数字、字母或连字符，4 到 18 位");
    }

    /** What is wrong with a number of this kind of document, empty if nothing. */
    Optional<String> fault(String number, LocalDate today) {
        if (!shape.matcher(number).matches()) {
            return Optional.of(ofAnother(number).orElse(otherwise));
        }
        if (number.length() != OF_GB_11643) {
            return Optional.empty();
        }
        if (!CheckDigits.bornOnRealDay(number, today)) {
            return Optional.of("中的出生日期不存在，请核对");
        }
        return CheckDigits.idCardHolds(number) ? Optional.empty() : Optional.of("校验位不符，请逐位核对");
    }

    /** A number that can only be that of another kind says so. */
    private Optional<String> ofAnother(String number) {
        return Arrays.stream(values())
                .filter(kind -> kind != this && kind.tellsItself(number))
                .findFirst()
                .map(kind -> "是" + kind.title + "的号码，与证件类型“" + title + "”不符，请改选证件类型或核对号码");
    }

    private boolean tellsItself(String number) {
        return this != OVERSEA_PASSPORT
                && this != TAIWAN_PASSPORT
                && shape.matcher(number).matches();
    }
}
