package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.words.Typed;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reasons in people's own words, made fit for mails and variables: numbers of people and accounts are masked. */
public final class Reasons {

    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{6,}[\\dXx]*");
    private static final int LONGEST = 1000;

    private Reasons() {}

    public static String safe(String reason) {
        String masked = LONG_NUMBER.matcher(reason).replaceAll("******");
        return Typed.cut(masked, LONGEST);
    }

    /** One a line. */
    public static String list(Collection<String> reasons) {
        return reasons.stream().map(reason -> "· " + safe(reason)).distinct().collect(Collectors.joining("\n"));
    }
}
