package cn.citybrain.parking.onboarding.application.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.application.form.Field.Option;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** The codes of GB/T 2260 that forms offer. */
class RegionsTest {

    private final List<Option> cities = Regions.MAINLAND.cities();

    @Test
    void everyCityIsOfferedWithItsProvince() {
        assertThat(cities)
                .hasSizeGreaterThan(330)
                .contains(new Option("330100", "浙江省 杭州市", null), new Option("110100", "北京市 北京市", null))
                .allSatisfy(city -> {
                    assertThat(city.value()).matches("[1-6][0-9]{5}");
                    assertThat(city.label().split(" ")).hasSize(2);
                });
        assertThat(cities).extracting(Option::value).doesNotHaveDuplicates();
        assertThat(cities).filteredOn(city -> city.label().startsWith("浙江省")).hasSize(11);
    }

    @Test
    void countiesOfZhejiangBelongToTheirCities() {
        assertThat(Regions.MAINLAND.city("330114")).hasValue("杭州市");
        assertThat(Regions.MAINLAND.city("330782")).hasValue("金华市");
        assertThat(Regions.MAINLAND.city("310115")).hasValue("上海市");
        assertThat(Regions.MAINLAND.city("330103")).as("下城区, which is no more").isEmpty();
        assertThat(Regions.MAINLAND.city("999999")).isEmpty();
    }

    /** Codes of districts stand in the configuration as well, where a channel wants them of an address. */
    @Test
    void theConfiguredDistrictsAreThoseOfTheStandard() throws IOException {
        Map<String, String> districts = new HashMap<>();
        for (var document : new YamlPropertySourceLoader().load("main", new ClassPathResource("application.yaml"))) {
            new Binder(ConfigurationPropertySources.from(document))
                    .bind("onboarding.channels.alipay.district-codes", Bindable.mapOf(String.class, String.class))
                    .ifBound(districts::putAll);
        }
        assertThat(districts).hasSize(13).allSatisfy((name, code) -> {
            assertThat(Regions.MAINLAND.city(code)).hasValue("杭州市");
            assertThat(Regions.MAINLAND.named(name)).contains("杭州市");
        });
    }
}
