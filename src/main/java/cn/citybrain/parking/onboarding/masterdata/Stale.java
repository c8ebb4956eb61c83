package cn.citybrain.parking.onboarding.masterdata;

import cn.citybrain.parking.onboarding.change.Change;
import java.util.List;

/** Somebody changed the record since it was read. Nothing was overwritten. */
public class Stale extends RuntimeException {

    private final List<Change> meanwhile;

    /** @param meanwhile what was done since, oldest first */
    public Stale(List<Change> meanwhile) {
        super("这条记录刚被别人修改过，您的修改没有保存");
        this.meanwhile = List.copyOf(meanwhile);
    }

    public List<Change> meanwhile() {
        return meanwhile;
    }
}
