package cn.citybrain.parking.onboarding.channel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.stereotype.Component;

/**
 * The banks among which a merchant chooses at a channel: {@code onboarding.channels.<channel>.banks.<code>}. A channel's
 * adapter and the form of its applications read the same block.
 */
@Component
@EnableConfigurationProperties(Banks.Settings.class)
public class Banks {

    private final Map<String, Block> channels;

    Banks(Settings settings) {
        this.channels = settings.channels();
    }

    /** In the order of the configuration; empty for channels that have none. */
    public List<Bank> of(Channel channel) {
        return block(channel).entrySet().stream()
                .map(entry -> bank(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** @param code {@link Bank#code()}, as an application holds it */
    public Optional<Bank> find(Channel channel, String code) {
        return Optional.ofNullable(block(channel).get(code)).map(entry -> bank(code, entry));
    }

    /**
     * The branches of the bank that a channel is, {@code onboarding.channels.<channel>.branches}: examples, never all there
     * are.
     */
    public List<Branch> branches(Channel channel) {
        Block block = channels.get(channel.code());
        return block == null ? List.of() : block.branches();
    }

    private Map<String, Entry> block(Channel channel) {
        Block block = channels.get(channel.code());
        return block == null ? Map.of() : block.banks();
    }

    private static Bank bank(String code, Entry entry) {
        return new Bank(code, entry.name(), entry.hasInterface());
    }

    /** @param channels by {@link Channel#code()} */
    @ConfigurationProperties("onboarding")
    record Settings(@DefaultValue Map<String, Block> channels) {}

    /** What of a channel's block is about banks, in the order of the configuration. */
    record Block(Map<String, Entry> banks, List<Branch> branches) {
        Block {
            banks = banks == null ? Map.of() : new LinkedHashMap<>(banks);
            branches = branches == null ? List.of() : List.copyOf(branches);
        }
    }

    record Entry(
            String name,
            @Name("interface") @DefaultValue("true") boolean hasInterface) {}
}
