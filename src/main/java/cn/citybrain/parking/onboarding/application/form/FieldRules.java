package cn.citybrain.parking.onboarding.application.form;

import cn.citybrain.parking.onboarding.merchant.Uscc;
import cn.citybrain.parking.onboarding.words.MailAddress;
import cn.citybrain.parking.onboarding.words.Typed;
import cn.citybrain.parking.onboarding.words.UnseenCharacters;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a single value must be, by type of field. Messages are Chinese and begin with the field's label. Days are
 * Asia/Shanghai's.
 */
@Component
public class FieldRules {

    static final String LONG_TERM = Typed.LONG_TERM;
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final Pattern GROUPED_NUMBER = Pattern.compile("[0-9]{17}[0-9X]");
    private static final Pattern PHONE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern LANDLINE =
            Pattern.compile("0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?|[48]00-?[0-9]{3}-?[0-9]{4}|9[0-9]{4,7}");
    private static final Pattern BANK_ACCOUNT = Pattern.compile("[0-9]{8,30}");
    private static final Pattern CLEARING_NUMBER = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[1-9][0-9]{5}");

    private final Clock clock;

    FieldRules(Clock clock) {
        this.clock = clock;
    }

    /** The value as it is stored: without what people add when they type. */
    public String normal(Field field, String value) {
        return switch (field.type()) {
            case USCC -> Typed.number(value).toUpperCase(Locale.ROOT);
            case IDENTITY_NUMBER -> documentNumber(value);
            case BANK_ACCOUNT, CLEARING_NUMBER, REGION_CODE -> Typed.number(value);
            case CHANNEL_ACCOUNT -> Typed.code(value).replace(" ", "").toLowerCase(Locale.ROOT);
            case PHONE, LANDLINE_OR_PHONE -> Typed.phone(value);
            case EMAIL -> Typed.mail(value);
            case DATE, DATE_OR_LONG_TERM -> Typed.dayOrLongTerm(value);
            case WHOLE_NUMBER -> Typed.decimal(value);
            case TEXT, LONG_TEXT -> Typed.line(value);
            case CHOICE, LOT, LOTS, RECEIVING_ACCOUNT, PAPER -> value.strip();
        };
    }

    /** An identity card's digits may be typed in groups; the hyphen of a passport is a part of its number. */
    private static String documentNumber(String value) {
        String number = Typed.number(value).toUpperCase(Locale.ROOT);
        return GROUPED_NUMBER.matcher(number).matches()
                ? number
                : Typed.code(value).replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** What is wrong with a value that is there; empty if nothing. */
    public Optional<String> fault(Field field, String value) {
        return lengthFault(field, value)
                .or(() -> characterFault(field, value))
                .or(() -> typeFault(field, value))
                .or(() -> patternFault(field, value))
                .map(fault -> field.label() + fault);
    }

    /** The day, if the value is one. */
    public static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value, ISO));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether one can call it: a mobile phone, a landline with area code, or a service number. */
    public static boolean isPhone(String value) {
        return PHONE.matcher(value).matches() || LANDLINE.matcher(value).matches();
    }

    private Optional<String> typeFault(Field field, String value) {
        return switch (field.type()) {
            case USCC -> unless(Uscc.hasShape(value), "应为 18 位数字和大写字母（不含 I、O、S、V、Z），请对照营业执照填写");
            case IDENTITY_NUMBER ->
                field.checks().document() == null
                        ? documentFault(IdentityDocument.IDCARD, value)
                        : IdentityDocument.faultOfAny(value);
            case PHONE -> unless(PHONE.matcher(value).matches(), "应为 11 位手机号码");
            case LANDLINE_OR_PHONE -> unless(isPhone(value), "应为手机号码、带区号的座机（如 0571-88888888）或 400 电话");
            case EMAIL -> unless(MailAddress.holds(value), "格式不正确，应如 name@example.com");
            case BANK_ACCOUNT -> unless(BANK_ACCOUNT.matcher(value).matches(), "应为 8 到 30 位数字");
            case CLEARING_NUMBER -> unless(CLEARING_NUMBER.matcher(value).matches(), "应为 12 位数字，可在开户许可证上查到或向开户行询问");
            case REGION_CODE -> unless(REGION.matcher(value).matches(), "应为 6 位行政区划代码，请从列表中选择城市");
            case DATE -> beginFault(field, value);
            case DATE_OR_LONG_TERM -> endFault(value);
            case CHOICE, LOT, RECEIVING_ACCOUNT ->
                unless(
                        field.options().stream()
                                .anyMatch(option -> option.value().equals(value)),
                        "不在可选范围内，请重新选择");
            case LOTS -> lotsFault(field, value);
            case WHOLE_NUMBER, TEXT, LONG_TEXT, CHANNEL_ACCOUNT, PAPER -> Optional.empty();
        };
    }

    /** What is wrong with the number of a document of this kind; follows the field's label. */
    Optional<String> documentFault(IdentityDocument kind, String number) {
        return kind.fault(number, LocalDate.now(clock));
    }

    private static Optional<String> lotsFault(Field field, String value) {
        List<String> codes = List.of(value.split(",", -1));
        Set<String> own = field.options().stream().map(Field.Option::value).collect(Collectors.toSet());
        return unless(own.containsAll(codes), "中有不属于本公司的停车场，请重新选择")
                .or(() -> unless(new HashSet<>(codes).size() == codes.size(), "中有停车场被选择了两次，请只选一次"));
    }

    private Optional<String> beginFault(Field field, String value) {
        return day(value).map(day -> beginFault(field, day)).orElseGet(() -> Optional.of("应为日期，如 2020-01-31"));
    }

    private Optional<String> beginFault(Field field, LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        if (field.checks().beforeToday() && day.equals(today)) {
            return Optional.of("应早于今天：渠道不收当天才生效的证件，请明天再提交");
        }
        return unless(!day.isAfter(today), "不能晚于今天")
                .or(() -> unless(!day.isBefore(EARLIEST), "不能早于 " + EARLIEST + "，请核对"));
    }

    private Optional<String> endFault(String value) {
        if (value.equals(LONG_TERM)) {
            return Optional.empty();
        }
        return day(value)
                .map(day -> unless(!day.isBefore(LocalDate.now(clock)), "已过期（" + value + "），请先更换证件"))
                .orElseGet(() -> Optional.of("应为日期（如 2030-01-31）或“长期”"));
    }

    private static Optional<String> lengthFault(Field field, String value) {
        int length = Typed.length(value);
        if (field.maxLength() != null && length > field.maxLength()) {
            return Optional.of("最多 " + field.maxLength() + " 个字，现在有 " + length + " 个");
        }
        return unless(field.minLength() == null || length >= field.minLength(), "至少 " + field.minLength() + " 个字");
    }

    private static Optional<String> characterFault(Field field, String value) {
        return Typed.faultOfName(value).or(() -> unless(!UnseenCharacters.in(value), "含有换行或不可见字符，请删除"));
    }

    private static Optional<String> patternFault(Field field, String value) {
        return unless(field.pattern() == null || value.matches(field.pattern()), field.patternMessage());
    }

    private static Optional<String> unless(boolean fine, String fault) {
        return fine ? Optional.empty() : Optional.of(fault);
    }
}
