#!/usr/bin/env python3
"""Press beside its peers: the same posts, built by each program in turn, with output on a memory file system.

    python3 tests/Press.Benchmarks/Peers/peers.py 1000 3000 10000

prints a table and writes docs/images/build-times.svg. It needs the .NET SDK, a C compiler, Python and hugo ('apt-get
install hugo'; a peer that is not installed is left out). Programs take turns, so that whatever else the machine does meets all of them; the
best of the rounds counts. CPU seconds are those in user mode: the kernel's share of writing files swings too much.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "../../.."))
COLORS = {"Press": "#0b6bcb", "Hugo": "#c2185b"}
# In a folder of their own: each builds as on a machine that has not seen the site.
CONFIG = "title: Peers\nurl: https://example.com\nlang: ko\n"


def run(command, folder):
    """Runs a program. Returns its CPU seconds in user mode, wall seconds, and peak memory in MB."""
    started = time.monotonic()
    with open(os.devnull, "w") as nothing:
        process = subprocess.Popen(command, cwd=folder, stdout=nothing, stderr=nothing)
        _, status, usage = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        sys.exit(f"{' '.join(command)} ended with {code}.")
    return usage.ru_utime, time.monotonic() - started, usage.ru_maxrss / 1024


def publish(folder):
    """Press as a release has it: a program of this machine's own code."""
    out = os.path.join(folder, "press")
    subprocess.run(["bash", ".github/native.sh", out], cwd=ROOT, check=True, stdout=sys.stderr)
    return os.path.join(out, "press")


def sites(posts, folder):
    """The same posts as a site of each program; its name, folder, command, and what is deleted before each run."""
    press = os.path.join(folder, f"press-{posts}")
    hugo = os.path.join(folder, f"hugo-{posts}")
    subprocess.run([sys.executable, os.path.join(HERE, "corpus.py"), str(posts), os.path.join(press, "_posts")], check=True)
    with open(os.path.join(press, "_config.yml"), "w") as config:
        config.write(CONFIG)
    shutil.copytree(os.path.join(HERE, "hugo"), hugo)
    shutil.copytree(os.path.join(press, "_posts"), os.path.join(hugo, "content/posts"))
    return press, hugo


def measure(posts, folder, press_program, rounds):
    press, hugo = sites(posts, folder)
    peers = {"Press": (press, [press_program, "build", press], ["_site", ".press"])}
    if shutil.which("hugo"):
        peers["Hugo"] = (hugo, ["hugo", "--config", "config.toml", "--quiet"], ["public", "resources"])
    best = {}
    for _ in range(rounds):
        for name, (where, command, made) in peers.items():
            for item in made:
                shutil.rmtree(os.path.join(where, item), ignore_errors=True)
            cost = run(command, where)
            best[name] = min(best.get(name, cost), cost)
    for where, _, _ in peers.values():
        shutil.rmtree(where)
    return best


def line(points):
    """The line that is nearest to some points: its value at 0, and its slope."""
    mean_x, mean_y = (sum(values) / len(points) for values in zip(*points))
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)
    return mean_y - slope * mean_x, slope


def plot(results, path):
    """Time over posts, as SVG."""
    width, height, left, bottom, top, right = 720, 400, 64, 48, 40, 120
    most_posts = max(results)
    most_time = max(cost[0] for costs in results.values() for cost in costs.values()) * 1.08
    x = lambda posts: left + (width - left - right) * posts / most_posts
    y = lambda seconds: height - bottom - (height - top - bottom) * seconds / most_time
    step = next(s for s in (0.5, 1, 2, 5, 10, 20, 50, 100) if most_time / s <= 8)
    svg = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="system-ui, sans-serif" font-size="13">',
           "<title>CPU seconds of a whole build over the number of posts</title>",
           f'<rect width="{width}" height="{height}" fill="#fff"/>',
           f'<text x="{left}" y="22" font-weight="600">CPU seconds of a whole build, by number of posts</text>']
    tick = 0
    while tick <= most_time:
        svg.append(f'<path d="M{left} {y(tick):.1f}H{width - right}" stroke="#ddd"/>')
        svg.append(f'<text x="{left - 8}" y="{y(tick) + 4:.1f}" text-anchor="end" fill="#555">{tick:g}</text>')
        tick += step
    for posts in results:
        svg.append(f'<text x="{x(posts):.1f}" y="{height - bottom + 20}" text-anchor="middle" fill="#555">{posts:,}</text>')
    svg.append(f'<text x="{(left + width - right) / 2}" y="{height - 8}" text-anchor="middle" fill="#555">posts</text>')
    for name, color in COLORS.items():
        points = [(x(posts), y(costs[name][0])) for posts, costs in sorted(results.items()) if name in costs]
        if not points:
            continue
        line = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
        svg.append(f'<polyline fill="none" stroke="{color}" stroke-width="2.5" points="{line}"/>')
        svg += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="4" fill="{color}"/>' for a, b in points]
        last = results[most_posts][name]
        svg.append(f'<text x="{points[-1][0] + 10:.1f}" y="{points[-1][1] + 4:.1f}" fill="{color}">{name}, {last[0]:.1f} s</text>')
    svg.append("</svg>")
    with open(path, "w") as file:
        file.write("\n".join(svg) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("posts", nargs="*", type=int, default=[1000, 10000], help="how many posts the sites have")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--press", help="a published Press; else it is published first")
    parser.add_argument("--plot", default=os.path.join(ROOT, "docs/images/build-times.svg"))
    arguments = parser.parse_args()
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(prefix="press-peers-", dir=memory) as folder:
        press = arguments.press or publish(folder)
        print(f"{os.cpu_count()} cores, best of {arguments.rounds} rounds, output in {'memory' if memory else 'a file system'}")
        print("| posts | program | user s | wall s | peak MB | of Hugo's user s |\n| --: | --- | --: | --: | --: | --: |")
        results = {}
        for posts in sorted(arguments.posts):
            results[posts] = measure(posts, folder, press, arguments.rounds)
            hugo = results[posts].get("Hugo")
            for name, (user, wall, peak) in results[posts].items():
                share = f"{user / hugo[0]:.2f}" if hugo else "-"
                print(f"| {posts:,} | {name} | {user:.1f} | {wall:.1f} | {peak:,.0f} | {share} |", flush=True)
        for name in COLORS:
            points = [(posts, costs[name][2]) for posts, costs in results.items() if name in costs]
            if len(points) > 1:
                base, each = line(points)
                print(f"Peak memory of {name}: {base:,.0f} MB and {each * 1024:,.0f} KB a post.")
        plot(results, arguments.plot)


if __name__ == "__main__":
    main()
