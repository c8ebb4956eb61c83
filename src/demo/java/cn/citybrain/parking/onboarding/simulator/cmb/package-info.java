/** China Merchants Bank's aggregated acquiring as the other side. Shares no code with the adapter. */
package cn.citybrain.parking.onboarding.simulator.cmb;
