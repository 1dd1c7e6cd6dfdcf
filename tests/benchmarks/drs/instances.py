# SPDX-License-Identifier: GPL-3.0-or-later
"""Clusters out of balance, made from a seed: four types of hosts, machines of skewed sizes of which a fifth idle, 55 %
of the CPU and 62 % of the memory in use, placed by a hotness of the hosts that is log-normal, 8 % of the hosts nearly
empty. With rules: 8 % of the machines in groups to be kept apart, 3 % pinned to a few hosts."""
import random

# 10 MHz, MiB
HOSTS = [(8320, 262144), (11520, 393216), (15740, 524288), (7200, 196608)]
SIZES = [(1, 2048, 20), (2, 4096, 28), (2, 8192, 18), (4, 8192, 10), (4, 16384, 12), (8, 32768, 7), (16, 65536, 4),
         (16, 131072, 1)]


def generate(hosts, machines, seed, rules=False):
    chance = random.Random(seed)
    places = [{"id": "h%04d" % i, "cpu": c, "mem": m, "state": "connected"}
              for i, (c, m) in enumerate(chance.choice(HOSTS) for _ in range(hosts))]
    sizes = [size[:2] for size in SIZES]
    weights = [size[2] for size in SIZES]
    vms = []
    for i in range(machines):
        vcpus, memory = chance.choices(sizes, weights)[0]
        used = chance.uniform(0, 0.03) if chance.random() < 0.2 else chance.betavariate(1.2, 3)
        vms.append({"id": "vm%05d" % i, "vcpus": vcpus, "cpu_demand": vcpus * 250 * used, "mem": float(memory)})
    scale(vms, "cpu_demand", 0.55 * sum(h["cpu"] for h in places))
    scale(vms, "mem", 0.62 * sum(h["mem"] for h in places))
    for vm in vms:
        vm["mem_active"] = int(vm["mem"] * chance.uniform(0.2, 0.9))
        vm["dirty_mbps"] = round(chance.expovariate(1 / 25), 1)
    place(places, vms, chance)
    instance = {"format": "drs-instance/1", "name": "c%dx%d%s" % (hosts, machines, "r" if rules else ""), "seed": seed,
                "units": {"cpu": "10MHz", "mem": "MiB"},
                "config": {"threshold": 3, "automation": "full", "max_moves": -1}, "hosts": places, "vms": vms}
    if rules:
        instance["rules"] = rule_set(places, vms, chance)
    return instance


def scale(vms, what, total):
    factor = total / sum(vm[what] for vm in vms)
    for vm in vms:
        vm[what] = max(1, int(vm[what] * factor))


def place(places, vms, chance):
    hotness = [chance.lognormvariate(0, 0.45) for _ in places]
    for cold in chance.sample(range(len(places)), max(1, round(0.08 * len(places)))):
        hotness[cold] = 0.03
    weights = [h["cpu"] * heat for h, heat in zip(places, hotness)]
    used = [[0, 0] for _ in places]
    for vm in sorted(vms, key=lambda each: -each["mem"]):
        for attempt in range(200):
            if attempt < 100:
                host = chance.choices(range(len(places)), weights)[0]
            else:
                host = chance.randrange(len(places))
            full = 0.97 if attempt < 150 else 1
            if (used[host][0] + vm["cpu_demand"] <= full * places[host]["cpu"]
                    and used[host][1] + vm["mem"] <= full * places[host]["mem"]):
                break
        else:
            host = max(range(len(places)), key=lambda i: places[i]["mem"] - used[i][1])
        used[host][0] += vm["cpu_demand"]
        used[host][1] += vm["mem"]
        vm["host"] = places[host]["id"]


def rule_set(places, vms, chance):
    rules = []
    chosen = chance.sample(vms, max(2, round(0.08 * len(vms))))
    while len(chosen) > 1:
        size = min(len(chosen), chance.randint(2, min(5, len(places))))
        group, chosen = chosen[:size], chosen[size:]
        if size > 1:
            rules.append({"id": "apart%d" % len(rules), "type": "vm-vm-anti", "vms": [vm["id"] for vm in group]})
    for vm in chance.sample(vms, max(1, round(0.03 * len(vms)))):
        others = chance.sample([h["id"] for h in places], min(len(places), 2))
        rules.append({"id": "pin%d" % len(rules), "type": "vm-host-must", "vms": [vm["id"]],
                      "hosts": sorted(set(others + [vm["host"]]))})
    return rules
