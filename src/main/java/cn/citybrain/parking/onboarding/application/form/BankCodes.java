package cn.citybrain.parking.onboarding.application.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first three digits of a clearing number (联行号) are its bank's code (行别代码). Here are the banks that have one of their
 * own, by the names that people use; city banks share 313, rural banks 314, 320 and 402.
 */
final class BankCodes {

    private record Bank(String name, Pattern names) {}

    private static final Map<String, Bank> OWN = Map.ofEntries(
            bank("102", "工商银行", "工商银行|工行"),
            bank("103", "农业银行", "农业银行|农行"),
            bank("104", "中国银行", "中国银行|中行"),
            bank("105", "建设银行", "建设银行|建行"),
            bank("203", "农业发展银行", "农业发展银行"),
            bank("301", "交通银行", "交通银行"),
            bank("302", "中信银行", "中信银行"),
            bank("303", "光大银行", "光大银行"),
            bank("304", "华夏银行", "华夏银行"),
            bank("305", "民生银行", "民生银行"),
            bank("306", "广发银行", "广发银行|广东发展银行"),
            bank("307", "平安银行", "平安银行"),
            bank("308", "招商银行", "招商银行|招行"),
            bank("309", "兴业银行", "兴业银行"),
            bank("310", "浦发银行", "浦发银行|浦东发展银行"),
            bank("316", "浙商银行", "浙商银行"),
            bank("403", "邮储银行", "邮储银行|邮政储蓄"));

    /** What a bank of any kind is called. */
    private static final List<String> ANY = List.of("银行", "信用社", "信用联社");

    private BankCodes() {}

    private static Map.Entry<String, Bank> bank(String code, String name, String names) {
        return Map.entry(code, new Bank(name, Pattern.compile(names)));
    }

    /** The bank of a clearing number, if its code is one bank's own. */
    static Optional<String> owner(String number) {
        return Optional.ofNullable(OWN.get(code(number))).map(Bank::name);
    }

    static String code(String number) {
        return number.substring(0, 3);
    }

    /** The bank with a code of its own that a text names first. */
    static Optional<String> named(String text) {
        return OWN.values().stream()
                .filter(bank -> bank.names().matcher(text).find())
                .min((one, other) -> Integer.compare(at(one, text), at(other, text)))
                .map(Bank::name);
    }

    private static int at(Bank bank, String text) {
        var found = bank.names().matcher(text);
        return found.find() ? found.start() : text.length();
    }

    /** Whether a text names a bank at all. */
    static boolean isBank(String text) {
        return ANY.stream().anyMatch(text::contains);
    }
}
