package cn.citybrain.parking.onboarding.access.route;

import cn.citybrain.parking.onboarding.access.setup.AccessProbe;
import cn.citybrain.parking.onboarding.application.SampleForm;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.TestMerchants;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something real to put into an address: an application of hubin, its lot that zhilian connects, a paper, a task. What
 * calls could take away from other tests (companies, people) is made for this, or does not exist.
 */
final class Subjects {

    /** Where a variable stands for nothing in particular. */
    private static final String ANYTHING = "1";

    private final Map<String, String> places = new LinkedHashMap<>();
    private final ConfigurableListableBeanFactory beans;

    private Subjects(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    static Subjects make(ConfigurableListableBeanFactory beans) {
        Subjects made = new Subjects(beans);
        made.task();
        made.application();
        made.company();
        return made;
    }

    /** The address with these subjects in the places of its variables; what a query must have is given. */
    String at(Route route) {
        String address = route.path();
        for (Map.Entry<String, String> place : places.entrySet()) {
            address = address.replace(place.getKey(), place.getValue());
        }
        return address.replaceAll("\\{[^{}]*}", ANYTHING)
                .replaceAll("/\\*\\*$", "/nothing")
                .replaceAll("\\*", "nothing")
                .replaceAll("([?&]\\w+)(?=&|$)", "$1=" + ANYTHING);
    }

    private void task() {
        AccessProbe probe = AccessProbe.start(beans);
        String instance = probe.instance().getId();
        String definition = probe.instance().getProcessDefinitionId();
        String task = probe.task("review").getId();
        places.put("/api/tasks/{id}", "/api/tasks/" + task);
        places.put("/api/instances/{id}", "/api/instances/" + instance);
        places.put("/api/audit/process-instances/{id}", "/api/audit/process-instances/" + instance);
        places.put("/api/audit/models/{id}", "/api/audit/models/" + definition);
        places.put("/api/audit/definitions/{key}", "/api/audit/definitions/access-probe");
        places.put("/engine/engine/{name}", "/engine/engine/default");
        places.put("{engineName}", "default");
        places.put("/task/{id}", "/task/" + task);
        places.put("/process-instance/{id}", "/process-instance/" + instance);
        places.put("/history/activity-instance/{id}", "/history/activity-instance/1");
        places.put("/execution/{id}", "/execution/" + instance);
        places.put("/process-definition/key/{key}", "/process-definition/key/access-probe");
        places.put("/process-definition/{id}", "/process-definition/" + definition);
    }

    private void application() {
        Merchant hubin = beans.getBean(Merchants.class).byTenant("hubin").orElseThrow();
        Applications applications = beans.getBean(Applications.class);
        String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
        beans.getBean(ParkingLots.class).add("M" + unique, "矩阵" + unique, "文三路 9 号", 10, hubin.id());
        beans.getBean(Vendors.class).assign("M" + unique, "vendor-zhilian", "test");
        String no = SampleForm.submit(applications, hubin, "6222" + System.nanoTime(), "hubin");
        applications.accept(no, "reviewer");
        applications.opened(no, "sub" + unique);
        LotBinding lot =
                beans.getBean(LotBindings.class).bind(no, List.of("M" + unique)).get(0);
        places.put("/{no}", "/" + no);
        places.put("/api/bindings/{id}", "/api/bindings/" + lot.id());
        places.put("/lots/{bindingId}", "/lots/" + lot.id());
        places.put("/api/lots/{code}", "/api/lots/M" + unique);
        places.put("/api/masterdata/lots/{code}", "/api/masterdata/lots/M" + unique);
        places.put("/api/documents/{id}", "/api/documents/" + paper(no));
        places.put("/papers/{id}", "/papers/" + paper(no));
        places.put("{channel}", "wechatpay");
        places.put("/callbacks/{code}", "/callbacks/wechatpay");
        places.put("/api/channels/{code}", "/api/channels/wechatpay");
        places.put("{kind}", "lots");
    }

    private void company() {
        Merchant company = TestMerchants.add(beans.getBean(Merchants.class));
        places.put("{tenant}", company.tenantId());
        places.put("{group}", "vendor-zhilian");
        places.put("/people/{id}", "/people/nobody-here");
    }

    private String paper(String applicationNo) {
        return beans.getBean(JdbcClient.class)
                .sql("SELECT min(id) FROM document WHERE application_no = ?")
                .param(applicationNo)
                .query(String.class)
                .single();
    }
}
