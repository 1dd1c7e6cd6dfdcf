# SPDX-License-Identifier: GPL-3.0-or-later
"""Replays a plan move by move on its instance and says what it makes of the cluster. Independent of the planner."""
import math


class Cluster:
    def __init__(self, instance):
        self.hosts = {h["id"]: h for h in instance["hosts"]}
        self.vms = {vm["id"]: vm for vm in instance["vms"]}
        self.rules = [rule for rule in instance.get("rules", []) if rule.get("enabled", True)]
        self.where = {vm["id"]: vm["host"] for vm in instance["vms"]}
        self.used = {h: [0, 0] for h in self.hosts}
        for vm, host in self.where.items():
            self.take(vm, host, 1)

    def take(self, vm, host, sign):
        self.used[host][0] += sign * self.vms[vm].get("cpu_demand", 0)
        self.used[host][1] += sign * self.vms[vm]["mem"]

    def move(self, vm, host):
        self.take(vm, self.where[vm], -1)
        self.take(vm, host, 1)
        self.where[vm] = host

    def loads(self, index):
        name = ("cpu", "mem")[index]
        return [self.used[h][index] / self.hosts[h][name] for h in self.hosts
                if self.hosts[h].get("state", "connected") == "connected"]

    def score(self):
        total = 0
        for index in (0, 1):
            loads = self.loads(index)
            mean = sum(loads) / len(loads)
            total += math.sqrt(sum((load - mean) ** 2 for load in loads) / len(loads))
        return total

    def violations(self):
        found = set()
        for host, (cpu, memory) in self.used.items():
            if cpu > self.hosts[host]["cpu"]:
                found.add(("cpu", host))
            if memory > self.hosts[host]["mem"]:
                found.add(("mem", host))
        for vm, host in self.where.items():
            if self.vms[vm].get("compat") and host not in self.vms[vm]["compat"]:
                found.add(("compat", vm))
        for rule in self.rules:
            homes = [self.where[vm] for vm in rule["vms"]]
            if rule["type"] == "vm-vm-anti" and len(set(homes)) < len(homes):
                found.add(("rule", rule["id"]))
            if rule["type"] == "vm-vm" and len(set(homes)) > 1:
                found.add(("rule", rule["id"]))
            if rule["type"] == "vm-host-must" and not set(homes) <= set(rule["hosts"]):
                found.add(("rule", rule["id"]))
            if rule["type"] == "vm-host-mustnot" and set(homes) & set(rule["hosts"]):
                found.add(("rule", rule["id"]))
        return found


def replay(instance, moves):
    """moves: of a drs-plan/1, or pairs (vm, host). What recommendation after recommendation makes of the cluster."""
    cluster = Cluster(instance)
    before = cluster.violations()
    known, introduced, memory = set(before), set(), 0
    for index, move in enumerate(moves):
        vm, host = (move["vm"], move["to"]) if isinstance(move, dict) else move
        if isinstance(move, dict) and cluster.where[vm] != move["from"]:
            introduced.add(("from", vm))
        memory += cluster.vms[vm]["mem"]
        cluster.move(vm, host)
        inside = (isinstance(move, dict) and index + 1 < len(moves)
                  and moves[index + 1]["recommendation"] == move["recommendation"])
        if inside:
            continue
        now = cluster.violations()
        introduced |= now - known
        known = now
    return {"score": cluster.score(), "introduced": sorted(introduced), "violationsBefore": len(before),
            "violationsAfter": len(known), "GiB": memory / 1024}
