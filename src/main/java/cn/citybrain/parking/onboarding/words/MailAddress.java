package cn.citybrain.parking.onboarding.words;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether mail can be sent to an address: what the mail library takes as one address, strictly, and what every mail server
 * takes. Blanks, line ends, a name before it and a second address are refused by the form already.
 */
public final class MailAddress {

    /** What the column of the outbox holds, and less than RFC 5321 allows. */
    public static final int LONGEST = 200;

    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    private MailAddress() {}

    /** @param address as it is kept, already without what typing adds ({@link Typed#mail}) */
    public static boolean holds(String address) {
        return address != null
                && address.length() <= LONGEST
                && FORM.matcher(address).matches()
                && libraryTakes(address);
    }

    /** Equal for addresses of one mailbox: no mail server that people have tells cases apart. */
    public static String key(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    /** Each mailbox once, in the spelling that came first. */
    public static Set<String> distinct(Collection<String> addresses) {
        Map<String, String> byKey = new LinkedHashMap<>();
        addresses.forEach(address -> byKey.putIfAbsent(key(address), address));
        return new LinkedHashSet<>(byKey.values());
    }

    private static boolean libraryTakes(String address) {
        try {
            InternetAddress[] read = InternetAddress.parse(address, true);
            if (read.length != 1 || !read[0].getAddress().equals(address)) {
                return false;
            }
            read[0].validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }
}
