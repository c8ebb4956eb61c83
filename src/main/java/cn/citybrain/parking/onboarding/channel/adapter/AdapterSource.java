package cn.citybrain.parking.onboarding.channel.adapter;

import java.util.List;

/** Makes the adapters of channels that differ in their configuration only. */
public interface AdapterSource {

    List<ChannelAdapter> adapters();
}
