#!/usr/bin/env python3
"""Deterministic corpus: gen.py N OUTDIR [--seed S]. Post i is the same for every N (per-post RNG)."""
import sys, os, re, random, datetime, bisect
SEEDFILE=os.path.join(os.path.dirname(os.path.abspath(__file__)),'../../../samples/blog/_posts/2025-03-24-nvidia-gtc-2025.md')
src=open(SEEDFILE,encoding='utf-8').read().split('---\n',2)[2]
plain=re.sub(r'<[^>]+>','',re.sub(r'<figure.*?</figure>','',src,flags=re.S))
plain='\n'.join(l for l in plain.splitlines() if not l.startswith(('#','---')))
plain=plain.replace('**','').replace('*','')
KO_S=[s.strip() for s in re.split(r'(?<=[.요다])\s+(?=\S)|\n+',plain) if len(s.strip())>20]
KO_W=[w.strip('.,():"“”‘’…') for w in plain.split()]; KO_W=[w for w in KO_W if w]
EN_S=["The first version of this service ran on a single virtual machine and nobody complained for almost a year.",
"We measured it twice, because the first set of numbers looked far too good to be true.",
"Most of the latency came from a place we had not instrumented at all.",
"Cold starts are the part of the serverless story that everyone talks about and few people actually graph.",
"A queue in front of the worker made the failure mode boring, which is exactly what you want at three in the morning.",
"Storage accounts are cheap, egress is not, and the difference only shows up on the second invoice.",
"I rewrote the parser over a weekend and then spent two weeks deleting most of what I had written.",
"The documentation says this setting is optional; in practice the default is wrong for anything larger than a demo.",
"Once the cache was keyed by content hash, invalidation stopped being a problem and became a property.",
"There is a trade-off here between throughput and the time to first byte, and it isn't the one you would expect.",
"Our editors don't care about pipelines, they care that the page is live when they refresh the browser.",
"It turned out that the time zone of the build agent decided which posts counted as being from the future.",
"Inference cost is a product decision long before it becomes an engineering problem.",
"The model was right nine times out of ten, and the tenth time it was confidently and expensively wrong.",
"Retry logic is easy to write and surprisingly hard to reason about when two of them are nested.",
"Each template is compiled once and then reused, so the second page is an order of magnitude cheaper than the first.",
"We kept the old endpoint for six months and deleted it on the day the access log was finally empty.",
"If you only remember one thing from this post, remember to write the test before you touch the regular expression.",
"The profiler showed that almost forty percent of the time went to allocating strings nobody ever read.",
"Batching helped, but only after we stopped waiting for a full batch on a quiet Sunday afternoon.",
"A static page has no moving parts, and that is a feature no framework has managed to improve on.",
"Permissions were modelled after the org chart, and the org chart changed twice before the release.",
"The migration took eleven minutes; planning for it took most of the spring."]
EN_W=("system data model build cache index page render template deploy function storage queue event request latency budget cost user editor content "
"schema token header footer layout archive feed search result pipeline worker thread memory profile compile runtime network packet retry failure "
"recovery region zone tenant secret identity policy audit version release branch commit review merge test coverage benchmark median tail percentile "
"simple hard fast slow cheap honest boring careful quick small large old new first last early late").split()
HK=["첫인상","배경과 문제 정의","구현 세부 사항","성능 측정 결과","복도 트랙","얻어간 것","다음은?","운영하면서 배운 점","아키텍처 선택","비용 이야기"]
HE=["Background","What we tried first","How it works now","Measuring it","Failure modes","Cost","Lessons learned","What is next","Design notes","An aside on caching"]
WORDS="ai llm azure dotnet cloud serverless conference nvidia article python rust golang csharp kubernetes docker linux security devops testing performance caching search database postgres redis storage queue events design writing career startup product hiring travel book review music photo food seoul korea travelogue tutorial notes deepdive release".split()
TAGS=[w.capitalize() if i%3 else w.upper() for i,w in enumerate(WORDS)]
while len(TAGS)<200: TAGS.append(f"Topic {len(TAGS)}" if len(TAGS)%5 else f"주제{len(TAGS)}")
cum=[];t=0
for r in range(1,201): t+=1/r; cum.append(t)
CATS=["articles","notes","projects","talks","reviews"]
CODE={"python":'''import asyncio, hashlib
from dataclasses import dataclass, field

@dataclass(frozen=True)
class {C}:
    """A {w} keyed by content hash."""
    name: str
    size: int = {n}
    tags: list[str] = field(default_factory=list)

    def digest(self) -> str:
        return hashlib.sha256(f"{self.name}:{self.size}".encode()).hexdigest()[:12]

async def {f}(items, limit={n}):
    sem = asyncio.Semaphore(limit)
    async def one(x):
        async with sem:  # keep at most `limit` in flight
            return await x.fetch()
    return await asyncio.gather(*(one(i) for i in items if i is not None))
''',"csharp":'''public sealed record {C}(string Name, int Size, IReadOnlyList<string> Tags)
{
    private static readonly ConcurrentDictionary<string, {C}> Cache = new(StringComparer.Ordinal);

    // The {w} is computed once and then reused.
    public static async Task<{C}> {f}Async(Stream input, CancellationToken ct = default)
    {
        using var reader = new StreamReader(input, Encoding.UTF8, leaveOpen: true);
        var text = await reader.ReadToEndAsync(ct).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(text) || text.Length > {n})
            throw new InvalidDataException($"bad {w}: {text.Length} chars");
        return Cache.GetOrAdd(text[..Math.Min(32, text.Length)], k => new(k, text.Length, []));
    }
}
''',"bash":'''#!/usr/bin/env bash
set -euo pipefail
OUT="${OUT:-/tmp/{f}}"
for f in posts/*.md; do
  slug=$(basename "$f" .md)
  if [[ ! -s "$OUT/$slug.html" ]]; then
    echo "render $slug ({w}) $(( {n} + 1 ))" >&2
    curl -fsS --retry 3 -X POST -d @"$f" "http://localhost:7071/api/{f}" -o "$OUT/$slug.html"
  fi
done
'''}
def code(r):
    l=r.choice(list(CODE)); s=CODE[l]
    s=s.replace('{C}',r.choice(EN_W).capitalize()+r.choice(EN_W).capitalize()).replace('{w}',r.choice(EN_W)).replace('{f}',r.choice(EN_W)+r.choice(EN_W).capitalize()).replace('{n}',str(r.randint(2,4096)))
    lines=s.rstrip('\n').split('\n')
    return f"```{l}\n"+'\n'.join(lines)+"\n```\n"
def sent(r,ko):
    x=r.random()
    if ko: return r.choice(KO_S) if x<.5 else ' '.join(r.choice(KO_W) for _ in range(r.randint(6,15)))+'.'
    return r.choice(EN_S) if x<.5 else ' '.join(r.choice(EN_W) for _ in range(r.randint(7,18))).capitalize()+'.'
def para(r,ko,fn):
    ss=[sent(r,ko) for _ in range(r.randint(2,5))]
    for i in range(len(ss)):
        x=r.random()
        if x<.12: w=ss[i].split(' '); k=r.randrange(len(w)); w[k]='**'+w[k].strip('*')+'**'; ss[i]=' '.join(w)
        elif x<.18: w=ss[i].split(' '); k=r.randrange(len(w)); w[k]='*'+w[k].strip('*')+'*'; ss[i]=' '.join(w)
        elif x<.26: ss[i]+=f" [{r.choice(EN_W)} {r.choice(EN_W)}](https://example.com/{r.choice(EN_W)}/{r.randint(1,999)})"
        elif x<.31: ss[i]+=f" `{r.choice(EN_W)}.{r.choice(EN_W)}()`"
        elif x<.335: fn.append(f"[^{len(fn)+1}]: {sent(r,ko)}"); ss[i]+=f"[^{len(fn)}]"
    return ' '.join(ss)+'\n'
def figure(r,ko,slug):
    cap=sent(r,ko).replace('"','').replace('<','')[:80]; img=f"/images/{slug}/{r.choice(EN_W)}_{r.randint(1,99)}.jpg"
    return f'''<figure style="text-align: center; margin: 2rem 0;">
  <img src="{img}" alt="{cap}" style="max-height: {r.choice([350,400])}px; width: auto; border-radius: 8px;" />
  <figcaption style="margin-top: 0.5rem; font-style: italic; color: #666;">{cap}</figcaption>
</figure>
'''
def table(r,ko):
    c=r.randint(3,5); rows=r.randint(3,7); W=KO_W if ko else EN_W
    cell=lambda: r.choice(W).replace('|','').replace('[','').replace(']','') or '-'
    o='| '+' | '.join(cell() for _ in range(c))+' |\n|'+'|'.join(r.choice(['---','---:',':--']) for _ in range(c))+'|\n'
    for _ in range(rows): o+='| '+' | '.join(r.choice([cell(),str(r.randint(1,9999)),f"{r.random()*100:.1f}%"]) for _ in range(c))+' |\n'
    return o
def blist(r,ko):
    num=r.random()<.3; o=''
    for i in range(r.randint(3,6)):
        o+=(f"{i+1}. " if num else "- ")+(f"**{r.choice(KO_W if ko else EN_W)}** " if r.random()<.4 else '')+sent(r,ko)+'\n'
    return o
def post(i,seed=20261124):
    r=random.Random(seed*1000003+i)
    ko=r.random()<.5
    d=datetime.date(2012,1,1)+datetime.timedelta(days=(i*7919)%5100)
    slug='-'.join(r.choice(EN_W) for _ in range(r.randint(2,4)))+f"-{i:05d}"
    nt=r.randint(1,6); tags=[]
    while len(tags)<nt:
        t=TAGS[bisect.bisect_left(cum,r.random()*cum[-1])]
        if t not in tags: tags.append(t)
    title=(' '.join(r.choice(KO_W) for _ in range(r.randint(2,5))) if ko else ' '.join(r.choice(EN_W) for _ in range(r.randint(3,7))).capitalize())
    title=title.replace('"','').replace('\\','')
    if r.random()<.3: title=f"{r.choice(EN_W).upper()} {d.year}: {title}"
    target=min(12288,max(2048,int(r.lognormvariate(8.72,.42))))
    fm=f'''---
layout: post
title: "{title}"
categories: [{r.choice(CATS)}]
tags: [{', '.join(tags)}]
featured_image_thumbnail: /images/{slug}/main_thumb.jpg
featured_image: /images/{slug}/main.jpg
featured: {'true' if r.random()<.10 else 'false'}
hidden: {'true' if r.random()<.02 else 'false'}
lang: {'ko' if ko else 'en'}
page_id: {slug}
---

'''
    fn=[]; parts=[para(r,ko,fn),'<!--more-->\n']; n=len(fm.encode())+sum(len(p.encode())+1 for p in parts)
    if r.random()<.7: p=figure(r,ko,slug); parts.append(p); n+=len(p.encode())+1
    H=HK if ko else HE; k=0; since=99
    tail=0
    while n+tail<target:
        x=r.random()
        if since>4 or x<.08: p=f"{'##' if r.random()<.75 else '###'} {H[(i+k)%len(H)]}\n"; k+=1; since=0
        elif x<.60: p=para(r,ko,fn)
        elif x<.70: p=blist(r,ko)
        elif x<.80: p=code(r)
        elif x<.86: p=table(r,ko)
        elif x<.92: p=figure(r,ko,slug)
        elif x<.96: p=f"![{r.choice(EN_W)}](/images/{slug}/{r.choice(EN_W)}.png \"{r.choice(EN_W)}\")\n"
        else: p='> '+sent(r,ko)+'\n'
        since+=1; parts.append(p); n+=len(p.encode())+1; tail=sum(len(f.encode())+2 for f in fn)
    parts.append('---\n'); parts.append('*'+sent(r,ko).replace('*','')+'*\n')
    if fn: parts.append('\n\n'.join(fn)+'\n')
    return f"{d.isoformat()}-{slug}.md", fm+'\n'.join(parts)
if __name__=='__main__':
    N=int(sys.argv[1]); out=sys.argv[2]; os.makedirs(out,exist_ok=True)
    for i in range(N):
        name,txt=post(i)
        assert '{{' not in txt and '{%' not in txt, name
        open(os.path.join(out,name),'w',encoding='utf-8',newline='\n').write(txt)
