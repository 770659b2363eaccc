package dev.carom.controlplane.setup;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Windows Server: the VIPs on a loopback adapter, which the weak host model lets the Ethernet adapter answer for. */
final class PowerShellScript {
    private PowerShellScript() {}

    static String of(SetupPlan plan) {
        String vips = Stream.concat(
                        plan.ipv4().stream().map(vip -> "    @{ Address = '%s'; Length = 32 }".formatted(vip)),
                        plan.ipv6().stream().map(vip -> "    @{ Address = '%s'; Length = 128 }".formatted(vip)))
                .collect(Collectors.joining("\n"));
        return (plan.undo() ? UNDO : DO).formatted(plan.head(""), plan.address(), vips);
    }

    private static final String DO = """
            %s
            #Requires -RunAsAdministrator
            $ErrorActionPreference = 'Stop'
            $loopback = 'Carom loopback'
            $vips = @(
            %3$s
            )
            $lan = (Get-NetIPAddress -IPAddress '%2$s').InterfaceAlias
            if (-not (Get-NetAdapter -Name $loopback -ErrorAction SilentlyContinue)) {
                throw "Add a 'Microsoft KM-TEST Loopback Adapter' (hdwwiz.exe) and rename it to '$loopback'"
            }
            foreach ($alias in $loopback, $lan) {
                Get-NetIPInterface -InterfaceAlias $alias |
                    Set-NetIPInterface -WeakHostReceive Enabled -WeakHostSend Enabled
            }
            Get-NetIPInterface -InterfaceAlias $loopback | Set-NetIPInterface -DadTransmits 0
            foreach ($vip in $vips) {
                if (-not (Get-NetIPAddress -IPAddress $vip.Address -ErrorAction SilentlyContinue)) {
                    New-NetIPAddress -InterfaceAlias $loopback -IPAddress $vip.Address `
                        -PrefixLength $vip.Length -SkipAsSource $true | Out-Null
                }
            }
            """;

    private static final String UNDO = """
            %s
            #Requires -RunAsAdministrator
            $ErrorActionPreference = 'Stop'
            $loopback = 'Carom loopback'
            $vips = @(
            %3$s
            )
            foreach ($vip in $vips) {
                Get-NetIPAddress -IPAddress $vip.Address -InterfaceAlias $loopback -ErrorAction SilentlyContinue |
                    Remove-NetIPAddress -Confirm:$false
            }
            $lan = (Get-NetIPAddress -IPAddress '%2$s').InterfaceAlias
            Get-NetIPInterface -InterfaceAlias $lan |
                Set-NetIPInterface -WeakHostReceive Disabled -WeakHostSend Disabled
            """;
}
