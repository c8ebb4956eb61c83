package cn.citybrain.parking.onboarding.application.form;

import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.channel.Bank;
import cn.citybrain.parking.onboarding.channel.Banks;
import cn.citybrain.parking.onboarding.channel.Branch;
import cn.citybrain.parking.onboarding.channel.Channel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The field catalogues. {@code "optionsFrom": "<channel>.banks"} in place of a field's options stands for the configured
 * banks, {@code "suggestionsFrom": "<channel>.branches"} for the configured branches, which bring their numbers into the field
 * that {@code fills} names. The start fails while a channel has no catalogue, or one names banks that are not configured.
 */
@Component
public class Catalogues {

    private static final String BANKS = ".banks";
    private static final String BRANCHES = ".branches";
    private final Map<Channel, Catalogue> byChannel = new EnumMap<>(Channel.class);

    Catalogues(ObjectMapper json, Banks banks) {
        for (Channel channel : Channel.values()) {
            byChannel.put(channel, read(json, banks, channel));
        }
    }

    public Catalogue of(Channel channel) {
        return byChannel.get(channel);
    }

    /**
     * The channel that a form names.
     *
     * @throws InvalidFields if there is none of that code
     */
    public static Channel channel(String code) {
        return Channel.find(code).orElseThrow(() -> new InvalidFields("请选择要接入的支付渠道", Map.of("channel", "没有这个支付渠道")));
    }

    private static Catalogue read(ObjectMapper json, Banks banks, Channel channel) {
        try (InputStream in = new ClassPathResource("forms/" + channel.code() + ".fields.json").getInputStream()) {
            JsonNode text = json.readTree(in);
            text.findParents("optionsFrom").forEach(field -> configure((ObjectNode) field, banks));
            text.findParents("suggestionsFrom").forEach(field -> suggest((ObjectNode) field, banks));
            Catalogue catalogue = json.treeToValue(text, Catalogue.class).withCities();
            if (!catalogue.channel().equals(channel.code())) {
                throw new IllegalStateException("fields of " + catalogue.channel() + " under " + channel.code());
            }
            return catalogue;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void configure(ObjectNode field, Banks banks) {
        String source = field.remove("optionsFrom").asText();
        List<Bank> offered = source.endsWith(BANKS)
                ? banks.of(Channel.of(source.substring(0, source.length() - BANKS.length())))
                : List.of();
        if (offered.isEmpty()) {
            throw new IllegalStateException("onboarding.channels." + source + " is empty");
        }
        ArrayNode options = field.putArray("options");
        offered.forEach(bank -> options.addObject().put("value", bank.code()).put("label", bank.name()));
    }

    /** None are configured where people type the branch. */
    private static void suggest(ObjectNode field, Banks banks) {
        String source = field.remove("suggestionsFrom").asText();
        List<Branch> branches = banks.branches(Channel.of(source.substring(0, source.length() - BRANCHES.length())));
        ArrayNode suggestions = field.putArray("suggestions");
        ObjectNode numbers = ((ObjectNode) field.path("fills")).putObject("values");
        branches.forEach(branch -> {
            suggestions.add(branch.name());
            if (!branch.number().isEmpty()) {
                numbers.put(branch.name(), branch.number());
            }
        });
    }
}
