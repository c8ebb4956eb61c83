package cn.citybrain.parking.onboarding.channel.wechatpay;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which fields WeChat Pay's words are about. It names them in {@code detail.field}, by an input source in {@code detail} or
 * {@code details}, or in the sentence itself: as a path ({@code (bank_account_info/account_name)}), as a JSON pointer, or
 * between quotes by its Chinese name.
 */
final class NamedFields {

    private static final String INPUT_SOURCE = "输入源";
    /** What can be a path: names of two steps or more, with slashes, dots or positions between them. */
    private static final Pattern PATH = Pattern.compile("[/$.]*[a-z][a-z0-9_]*(?:(?:[/.]|\\[|\\])+[a-z0-9_]+)+\\]?");
    /** A single name says something only where it stands by itself: between brackets or quotes. */
    private static final Pattern NAME = Pattern.compile("[(（\\[“\"‘'「]\\s*/?([a-z][a-z0-9_]+)\\s*[)）\\]”\"’'」]");

    private static final Pattern QUOTED = Pattern.compile("[“\"‘「【]([^”\"’」】]{2,30})[”\"’」】]");

    /** Names of an earlier version of the interface that WeChat Pay's answers still use for the beneficial owner. */
    private static final Map<String, String> FORMER = Map.of(
            "ubo_info/id_type", "uboIdKind",
            "ubo_info/id_card_copy", "uboIdCopy",
            "ubo_info/id_card_national", "uboIdCopyBack",
            "ubo_info/id_doc_copy", "uboIdCopy",
            "ubo_info/name", "uboName",
            "ubo_info/id_number", "uboIdNumber",
            "ubo_info/id_period_begin", "uboPeriodBegin",
            "ubo_info/id_period_end", "uboPeriodEnd");

    private NamedFields() {}

    /** Keys of our fields that an error answer names; {@code ""} if it names one that our form does not have, else none. */
    static List<String> in(JsonObject answer) {
        Set<String> keys = known(answer);
        boolean named = !Json.text(Json.object(answer, "detail"), "field").isEmpty()
                || Json.text(answer, "message").contains(INPUT_SOURCE);
        return keys.isEmpty() && named ? List.of("") : List.copyOf(keys);
    }

    private static Set<String> known(JsonObject answer) {
        Set<String> keys = new LinkedHashSet<>();
        List<String> texts = new ArrayList<>();
        collect(answer.get("detail"), texts);
        collect(answer.get("details"), texts);
        texts.forEach(text -> {
            keyOf(text).ifPresent(keys::add);
            keys.addAll(inWords(text));
        });
        keys.addAll(inWords(Json.text(answer, "message")));
        return keys;
    }

    private static void collect(JsonElement element, List<String> texts) {
        if (element == null || element.isJsonNull()) {
            return;
        }
        if (element.isJsonPrimitive()) {
            texts.add(element.getAsString());
        } else if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> collect(each, texts));
        } else {
            element.getAsJsonObject().entrySet().stream()
                    // what somebody typed names no field
                    .filter(member -> !member.getKey().equals("value"))
                    .forEach(member -> collect(member.getValue(), texts));
        }
    }

    /** Keys of the fields that a sentence names: by paths, else by their Chinese names between quotes. */
    static List<String> inWords(String words) {
        Set<String> keys = new LinkedHashSet<>();
        find(PATH, 0, words).forEach(path -> keyOf(path).ifPresent(keys::add));
        find(NAME, 1, words).forEach(name -> keyOf(name).ifPresent(keys::add));
        if (keys.isEmpty()) {
            find(QUOTED, 1, words).forEach(name -> keyOfWords(name).ifPresent(keys::add));
        }
        return List.copyOf(keys);
    }

    private static List<String> find(Pattern pattern, int group, String words) {
        Matcher matcher = pattern.matcher(words);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }

    /** The sentence with WeChat Pay's paths of known fields replaced by their Chinese names. */
    static String spoken(String words) {
        String paths = PATH.matcher(words)
                .replaceAll(
                        found -> Matcher.quoteReplacement(wordsOf(found.group()).orElse(found.group())));
        return NAME.matcher(paths)
                .replaceAll(found -> Matcher.quoteReplacement(wordsOf(found.group(1))
                        .map(name -> found.group().replace(found.group(1), name))
                        .orElse(found.group())));
    }

    private static Optional<String> wordsOf(String named) {
        return field(named)
                .or(() -> former(steps(named)).flatMap(NamedFields::ofKey))
                .map(ApplymentField::words);
    }

    private static Optional<ApplymentField> ofKey(String key) {
        return ApplymentFields.ALL.stream()
                .filter(field -> field.key().equals(key))
                .findFirst();
    }

    /**
     * Our key of the field that WeChat Pay names: by its bare name ({@code id_card_number}), its path with dots, or a
     * JSON pointer, list positions included.
     */
    static Optional<String> keyOf(String named) {
        return field(named).map(ApplymentField::key).or(() -> former(steps(named)));
    }

    /** Our key of the field that WeChat Pay calls so in Chinese. */
    static Optional<String> keyOfWords(String words) {
        return ApplymentFields.ALL.stream()
                .filter(field -> field.words().equals(words.strip()))
                .map(ApplymentField::key)
                .findFirst();
    }

    private static Optional<ApplymentField> field(String named) {
        List<String> steps = steps(named);
        String last = steps.isEmpty() ? "" : steps.get(steps.size() - 1);
        return ApplymentFields.ALL.stream()
                .filter(field -> field.name().equals(last) && !steps.contains("ubo_info"))
                .findFirst();
    }

    private static Optional<String> former(List<String> steps) {
        int last = steps.size();
        return last < 2
                ? Optional.empty()
                : Optional.ofNullable(FORMER.get(steps.get(last - 2) + "/" + steps.get(last - 1)));
    }

    private static List<String> steps(String named) {
        return Arrays.stream(named.split("[./\\[\\]$]+"))
                .filter(step -> !step.matches("\\d*"))
                .collect(Collectors.toList());
    }
}
