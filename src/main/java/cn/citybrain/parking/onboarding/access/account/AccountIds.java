package cn.citybrain.parking.onboarding.access.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which user ids there may be. Stricter than the engine, which says what it does not take in English and too late: its
 * {@code generalResourceWhitelistPattern} and its column of 64 characters are within these rules.
 */
final class AccountIds {

    static final int LONGEST = 64;

    private static final Pattern TAKEN_BY_THE_ENGINE = Pattern.compile("[a-zA-Z0-9_@.-]+");
    private static final Pattern BEGINS = Pattern.compile("[a-zA-Z0-9].*");

    /** What histories call who is no person, and words that stand where an id would in addresses. */
    private static final Set<String> RESERVED = Set.of(
            "system",
            "demo",
            "camunda",
            "camunda-admin",
            "anonymous",
            "anonymoususer",
            "null",
            "undefined",
            "count",
            "create");

    private AccountIds() {}

    /** What is wrong with an id, in Chinese; empty if nothing is. */
    static Optional<String> fault(String userId) {
        if (userId.isEmpty()) {
            return Optional.of("请填写用户名。");
        }
        if (userId.length() < 2 || userId.length() > LONGEST) {
            return Optional.of("用户名须为 2 至 " + LONGEST + " 个字符。");
        }
        if (!TAKEN_BY_THE_ENGINE.matcher(userId).matches()) {
            return Optional.of("用户名只能由英文字母、数字和 _ @ . - 组成，不能有汉字、空格或其他符号。");
        }
        if (!BEGINS.matcher(userId).matches() || userId.endsWith(".") || userId.contains("..")) {
            return Optional.of("用户名须以字母或数字开头，不能以点号结尾，也不能有连续的点号。");
        }
        return RESERVED.contains(key(userId)) ? Optional.of("“" + userId + "”是系统保留的名称，请换一个用户名。") : Optional.empty();
    }

    /** Equal for ids that differ by case only. */
    static String key(String userId) {
        return userId.toLowerCase(Locale.ROOT);
    }
}
